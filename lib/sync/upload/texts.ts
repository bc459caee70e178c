import { counted } from '../../text/numbers.ts';

const rows = (n: number): string => `${counted(n, 'row', 'rows')} of the file`;

/** What the error log says of a file upload, before what was wrong with each row (ERR-1). */
export const UPLOAD_TEXTS = {
  refused: (n: number): string => `Nothing of the file was staged: ${rows(n)} can’t be accepted.`,
  /** Of a row without an error of its own. */
  otherRow: (): string =>
    'Another row of this staff member has an error, so this row can’t be transferred either.',
  setAside: (n: number): string => `${rows(n)} ${n === 1 ? 'was' : 'were'} set aside. The rest was staged.`,
} as const;
