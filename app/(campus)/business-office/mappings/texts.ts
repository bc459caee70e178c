import type { ValueKind } from '../../../../lib/record/csv/meaning.ts';
import { count, counted } from '../../../../lib/text/numbers.ts';

/** The sentences of the page of value mappings. */
export const MAPPING_TEXTS = {
  lead: (): string =>
    'An HR system may have other codes than Campus. Say here what its values are in Campus. A code of Campus always means itself.',

  unmapped: (): string => 'HR sent these values, and Campus does not know them.',
  nothingUnmapped: (): string => 'Campus knows all values that HR sent.',
  moreUnmapped: (): string => 'There are more. They are listed here when you have mapped some of these.',
  sent: (records: number): string => counted(records, 'record', 'records'),
  saved: (value: string, code: string): string =>
    `“${value}” is now ${code}. It counts from HR’s next call on. If a transfer waits for its commit, validate again.`,

  mappings: (): string => 'Compared exactly: case and leading zeros count.',
  noMappings: (): string => 'No values are mapped yet.',
  noEffect: (): string => 'Campus has this code itself.',
  codeRemoved: (): string => 'Campus no longer has this code.',
  codeNeeded: (): string => 'Choose a value of Campus.',
  value: (): string => 'As HR sends it, without blanks around it.',

  whatRemovalDoes: (kind: ValueKind, value: string): string =>
    kind === 'titles'
      ? `From HR’s next call on, “${value}” is a new title: Campus creates it.`
      : `From HR’s next call on, Campus does not know “${value}”: a single call with it is refused, and a transfer refuses the record or sets it aside.`,
  whatRemovalKeeps: (): string =>
    'Staff who are transferred and not committed yet are read without the mapping: validate again. What was committed stays as it is.',
  removed: (): string => 'The mapping was removed.',

  files: (): string =>
    'What the values of files are, by the name that their choices were kept as. A change is the next version, and counts from the next file on.',
  fileVersion: (version: number): string => `version ${count(version)}`,
  noFileValues: (): string => 'Campus matches all values of these files by itself.',
  ignored: (): string => 'rows are ignored',
  fileSaved: (value: string, code: string | null, mapping: string): string =>
    code === null
      ? `Rows with “${value}” are now ignored in files with the mapping “${mapping}”.`
      : `“${value}” is now ${code} in files with the mapping “${mapping}”.`,
  whatFileRemovalDoes: (value: string, mapping: string): string =>
    `From the next file with the mapping “${mapping}” on, Campus matches “${value}” by itself. If it can’t, the file wizard asks for it, and a scheduled feed sets the rows aside or fails.`,
};
