import { parseAsInteger } from 'nuqs/server';

/** What of the page stands in the URL: where each list is. */
export const PAGES_OF_LISTS = {
  duplicate: parseAsInteger.withDefault(1),
  missing: parseAsInteger.withDefault(1),
};

const LAST_PAGE = 100_000;

/** A URL may hold anything: what is asked is always sound. */
export const soundPage = (page: number): number => Math.min(Math.max(1, page), LAST_PAGE);
