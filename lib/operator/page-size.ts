/** Districts on a page of the operator's list. Runs in the browser, too. */
export const PAGE_SIZE = 25;
