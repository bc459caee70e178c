/** Messages of one page of an inbox. */
export const PAGE_SIZE = 25;
