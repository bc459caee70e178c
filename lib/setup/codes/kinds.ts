import type { ValueKind } from '../../record/csv/meaning.ts';

/** The lists of a district that an operator imports, by their names on the command line. */
export const CODE_KINDS = ['schools', 'genders', 'assignment-codes', 'titles'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** The lists as the rest of Campus calls them. */
export const LIST_OF: Record<CodeKind, ValueKind> = {
  schools: 'schools',
  genders: 'genders',
  'assignment-codes': 'assignmentCodes',
  titles: 'titles',
};

/** What a column of a file of codes can be. `name` is a school's name or a code's description. */
export type CodeColumn = 'code' | 'name' | 'type' | 'active';

/** Headers by what they are, in lower case and without anything but letters. */
const HEADERS: Record<CodeColumn, readonly string[]> = {
  code: [
    'code',
    'schoolnumber',
    'schoolno',
    'schoolid',
    'number',
    'building',
    'bldg',
    'assignmentcode',
    'titlecode',
  ],
  name: ['name', 'schoolname', 'description', 'titledescription'],
  type: ['type', 'schooltype'],
  active: ['active', 'isactive'],
};

/** What a reader of an error calls it. */
export const columnName = (kind: CodeKind, column: CodeColumn): string => {
  if (kind === 'schools') return column === 'code' ? 'school number' : column;
  return column === 'name' ? 'description' : column;
};

/** Undefined for a column that is not read. */
export function codeColumn(kind: CodeKind, header: string): CodeColumn | undefined {
  const key = header.toLowerCase().replaceAll(/[^a-z]/g, '');
  const found = (Object.keys(HEADERS) as CodeColumn[]).find((column) => HEADERS[column].includes(key));
  return found === 'type' && kind !== 'schools' ? undefined : found;
}
