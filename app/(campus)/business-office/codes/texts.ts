import { VALUE_KIND_NAME } from '../../../../components/codes/kind-names.ts';
import type { UsedCode } from '../../../../lib/code-list/schema.ts';
import type { ValueKind } from '../../../../lib/record/csv/meaning.ts';
import { counted } from '../../../../lib/text/numbers.ts';

/** The sentences of the page of schools and codes. */
export const CODE_TEXTS = {
  lead: (): string =>
    'What HR must map to: codes are compared exactly. HR creates titles; the other lists are kept here, or imported by an operator.',
  noCodes: (): string =>
    'This list is empty. Add its codes here, or have an operator import them with campus codes import.',
  add: (kind: ValueKind): string => `Add ${VALUE_KIND_NAME[kind].toLowerCase()}`,
  addTitle: (name: string): string => `Add ${name.toLowerCase()}`,
  editTitle: (name: string, code: string): string => `${name} ${code}`,
  addLead: (kind: ValueKind): string =>
    kind === 'titles'
      ? 'HR creates a title with its first position. Add one here to give it its description before.'
      : 'HR can send it from the next call on.',
  editLead: (): string =>
    'The code stays, because records have it. If a transfer waits for its commit, validate again afterwards.',
  codeHelp: (): string => 'Exactly as HR sends it: case and leading zeros count. It can’t be changed later.',
  typeHelp: (): string => 'Such as High School. May be left blank.',
  activeHelp: (): string => 'HR may still send an inactive code: it is accepted with a warning.',
  whyNotRemoved: (kind: ValueKind, { uses, aliases }: Pick<UsedCode, 'uses' | 'aliases'>): string => {
    const users = [
      ...(uses > 0
        ? [kind === 'genders' ? counted(uses, 'person', 'people') : counted(uses, 'position', 'positions')]
        : []),
      ...(aliases.length > 0 ? [counted(aliases.length, 'value of HR', 'values of HR')] : []),
    ];
    return `In use by ${users.join(' and ')}, so it can’t be removed. Make it inactive instead.`;
  },
  saved: (name: string, code: string): string => `${name} ${code} was saved.`,
  removed: (name: string, code: string): string => `${name} ${code} was removed.`,
};
