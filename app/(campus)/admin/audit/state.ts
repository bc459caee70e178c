import { type inferParserType, parseAsString } from 'nuqs/server';
import { parseAsDay, parseAsPage, parseAsSearch } from '../../url-state.ts';

/** What of the page is in the URL. */
export const AUDIT = {
  search: parseAsSearch,
  action: parseAsString,
  from: parseAsDay,
  to: parseAsDay,
  page: parseAsPage,
};
export type AuditState = inferParserType<typeof AUDIT>;

export const PAGE_SIZE = 50;
const MAX_ACTION_CHARS = 200;

export const filtersOf = ({ search, action, from, to }: AuditState) => ({
  search,
  action: action?.slice(0, MAX_ACTION_CHARS) || undefined,
  from: from ?? undefined,
  to: to ?? undefined,
});
