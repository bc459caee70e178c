import { VALUE_KIND_NOUNS as NOUNS, type ValueKind } from '../record/csv/meaning.ts';
import { count, counted } from '../text/numbers.ts';

interface Mapped {
  kind: ValueKind;
  value: string;
  code: string;
}

/** Values that a text names; of more it says how many. */
const MAX_NAMED = 10;

function named(mapped: readonly Mapped[]): string {
  const some = mapped
    .slice(0, MAX_NAMED)
    .map(({ kind, value, code }) => `${NOUNS[kind]} ${value} as ${code}`);
  const more = mapped.length - some.length;
  return [...some, ...(more > 0 ? [`${count(more)} more`] : [])].join(', ');
}

/** What HR and admins read of mapped values. */
export const VALUE_MAPPING_TEXTS = {
  valueMapped: ({ kind, value, code }: Mapped): string =>
    `The ${NOUNS[kind]} ${value} was taken as ${code}, by the value mapping of the district.`,
  valuesOfCall: (staff: number, mapped: readonly Mapped[]): string =>
    `Values of ${counted(staff, 'staff member', 'staff members')} were taken as Campus’ codes, by the value mapping of the district: ${named(mapped)}.`,
  valuesOfRun: (mapped: readonly Mapped[]): string =>
    `Values of HR are taken as Campus’ codes, by Value Mapping: ${named(mapped)}.`,
  noSuchClient: (): string => 'There is no such API client. Reload the page.',
  noSuchMapping: (): string => 'This mapping was removed meanwhile. Reload the page.',
  campusHasValue: (kind: ValueKind, value: string): string =>
    `Campus has the ${NOUNS[kind]} ${value} itself, and a code of Campus always means itself. Choose another value of HR.`,
  noSuchCode: (kind: ValueKind, code: string): string =>
    `Campus does not have the ${NOUNS[kind]} ${code}. Choose one of the list.`,
  valueNeeded: (): string => 'Enter the value as HR sends it.',
} as const;
