/** A header without regard to case, accents, blanks and punctuation: `Emp. ID#` is `empid`. One of signs alone is itself. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '') || header.trim();
