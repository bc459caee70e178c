/** A header without regard to case, accents, blanks and punctuation: `Emp. ID#` is `empid`. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
