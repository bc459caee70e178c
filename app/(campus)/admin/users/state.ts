import { parseAsPage, parseAsSearch } from '../../url-state.ts';

/** What of the page is in the URL. */
export const USERS = { search: parseAsSearch, page: parseAsPage };
