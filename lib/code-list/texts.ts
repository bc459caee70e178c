import { VALUE_KIND_NOUNS as NOUNS, type ValueKind } from '../record/csv/meaning.ts';
import { counted } from '../text/numbers.ts';
import type { CodeUses } from './code-store.ts';

/** What an admin reads when a list of codes can't be changed as asked. */
export const CODE_LIST_TEXTS = {
  exists: (kind: ValueKind, code: string) =>
    `Campus has the ${NOUNS[kind]} ${code} already. Edit that one, or choose another ${kind === 'schools' ? 'number' : 'code'}.`,
  gone: (kind: ValueKind, code: string) =>
    `Campus no longer has the ${NOUNS[kind]} ${code}. Reload the page.`,
  codeNeeded: () => 'Enter the code as HR sends it.',
  nameNeeded: () => 'Enter a name or a description.',
  notASchool: () => 'Only a school has a type. Leave it out.',
  inUse: (kind: ValueKind, code: string, { people, positions, sections, students }: CodeUses) => {
    const users = [
      ...(people > 0 ? [counted(people, 'person', 'people')] : []),
      ...(positions > 0 ? [counted(positions, 'position', 'positions')] : []),
      ...(sections > 0 ? [counted(sections, 'section', 'sections')] : []),
      ...(students > 0 ? [counted(students, 'enrollment', 'enrollments')] : []),
    ];
    const who = users.length > 0 ? new Intl.ListFormat('en').format(users) : 'Records of Campus';
    const has = people + positions + sections + students === 1 ? 'has' : 'have';
    return `${who} ${has} the ${NOUNS[kind]} ${code}, so it can’t be removed. Make it inactive instead.`;
  },
  mapped: (kind: ValueKind, code: string, values: number) =>
    `${counted(values, 'value', 'values')} of HR ${values === 1 ? 'is' : 'are'} mapped to the ${NOUNS[kind]} ${code}. Remove ${values === 1 ? 'it' : 'them'} in Value Mapping first, or make the ${NOUNS[kind]} inactive instead.`,
} as const;
