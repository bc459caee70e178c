import { createParser, parseAsInteger, parseAsString } from 'nuqs/server';

/** A calendar date as it stands in the URL; anything else is none. */
const day = createParser({
  parse: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
  serialize: String,
});

/** What of the log stands in the URL. */
export const AUDIT = {
  search: parseAsString.withDefault(''),
  action: parseAsString,
  from: day,
  to: day,
  page: parseAsInteger.withDefault(1),
};

export interface AuditState {
  search: string;
  action: string | null;
  from: string | null;
  to: string | null;
  page: number;
}

export const PAGE_SIZE = 50;
const LAST_PAGE = 100_000;
const LONGEST = 200;

/** A URL may hold anything: what is asked is always sound. */
export const narrowingOf = ({ search, action, from, to }: AuditState) => ({
  search: search.slice(0, LONGEST),
  action: action?.slice(0, LONGEST) || undefined,
  from: from ?? undefined,
  to: to ?? undefined,
});

export const soundPage = (page: number): number => Math.min(Math.max(1, page), LAST_PAGE);
