import { parseAsInteger, parseAsString } from 'nuqs/server';

/** What of the page stands in the URL. */
export const USERS = { search: parseAsString.withDefault(''), page: parseAsInteger.withDefault(1) };

const LAST_PAGE = 100_000;
const LONGEST_SEARCH = 200;

/** A URL may hold anything: what is asked is always sound. */
export const askedFor = ({ search, page }: { search: string; page: number }) => ({
  search: search.slice(0, LONGEST_SEARCH),
  page: Math.min(Math.max(1, page), LAST_PAGE),
});
