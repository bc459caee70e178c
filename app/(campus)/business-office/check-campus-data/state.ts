import { parseAsPage } from '../../url-state.ts';

/** What of the page is in the URL: the page of each list. */
export const PAGES_OF_LISTS = { duplicate: parseAsPage, missing: parseAsPage, placeholder: parseAsPage };
