import { type inferParserType, parseAsArrayOf, parseAsStringLiteral } from 'nuqs/server';
import { STAFF_FILTERS, STAFF_ORDERS } from '../../../lib/people/filters.ts';
import type { StaffSearchAsked } from '../../../lib/people/schema.ts';
import { parseAsPage, parseAsSearch } from '../url-state.ts';

/** What of the directory is in the URL. */
export const DIRECTORY = {
  search: parseAsSearch,
  filter: parseAsArrayOf(parseAsStringLiteral(STAFF_FILTERS)).withDefault([]),
  sort: parseAsStringLiteral(STAFF_ORDERS).withDefault('name'),
  page: parseAsPage,
};
export type DirectoryState = inferParserType<typeof DIRECTORY>;

export const PAGE_SIZE = 50;

/** Each filter once and in one order, so that the same question has one key in the cache. */
export const askedFor = ({ search, filter, sort, page }: DirectoryState) =>
  ({
    search,
    filters: [...new Set(filter)].sort(),
    order: sort,
    page,
    limit: PAGE_SIZE,
  }) satisfies StaffSearchAsked;
