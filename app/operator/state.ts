import { parseAsPage, parseAsSearch } from '../(campus)/url-state.ts';

/** What of the page is in the URL. */
export const DISTRICTS = { search: parseAsSearch, page: parseAsPage };
