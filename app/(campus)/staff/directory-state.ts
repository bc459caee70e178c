import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { STAFF_FILTERS, STAFF_ORDERS } from '../../../lib/people/filters.ts';
import type { StaffSearchAsked } from '../../../lib/people/schema.ts';

/** What of the directory stands in the URL. */
export const DIRECTORY = {
  search: parseAsString.withDefault(''),
  filter: parseAsArrayOf(parseAsStringLiteral(STAFF_FILTERS)).withDefault([]),
  sort: parseAsStringLiteral(STAFF_ORDERS).withDefault('name'),
  page: parseAsInteger.withDefault(1),
};

export interface DirectoryState {
  search: string;
  filter: NonNullable<StaffSearchAsked['filters']>;
  sort: NonNullable<StaffSearchAsked['order']>;
  page: number;
}

export const PAGE_SIZE = 50;
const LAST_PAGE = 100_000;
const LONGEST_SEARCH = 200;

/** A URL may hold anything: what is asked is always sound. */
export const askedFor = ({ search, filter, sort, page }: DirectoryState) =>
  ({
    search: search.slice(0, LONGEST_SEARCH),
    filters: [...new Set(filter)].sort(),
    order: sort,
    page: Math.min(Math.max(1, page), LAST_PAGE),
    limit: PAGE_SIZE,
  }) satisfies StaffSearchAsked;
