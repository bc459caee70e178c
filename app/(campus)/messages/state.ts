import { parseAsBoolean, parseAsInteger, parseAsString } from 'nuqs/server';

/** What of the page stands in the URL: which page of the inbox, whether read ones are left out, what is open. */
export const INBOX_STATE = {
  page: parseAsInteger.withDefault(1),
  unread: parseAsBoolean.withDefault(false),
  message: parseAsString,
};

const LAST_PAGE = 100_000;

/** A URL may hold anything: what is asked is always sound. */
export const soundPage = (page: number): number => Math.min(Math.max(1, page), LAST_PAGE);
