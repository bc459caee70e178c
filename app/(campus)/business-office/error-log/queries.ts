import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { Narrowing } from '../../../../lib/error-log/schema.ts';
import { PAGE_SIZE } from './state.ts';

/** The first page refetches itself for new entries; a hidden tab does not. */
const LIVE_MS = 5_000;
/** A search reads every entry: half a million take a second. */
const SEARCHING_MS = 30_000;

const liveEvery = ({ search }: Narrowing): number => (search.trim() === '' ? LIVE_MS : SEARCHING_MS);

/** One page of the log. The previous page stays in view until it has loaded. */
export const errorsQuery = (asked: Narrowing, page: number) =>
  queryOptions({
    queryKey: ['error-log', 'page', asked, page],
    queryFn: ({ signal }) =>
      adminCall('GET /error-log', { query: { ...asked, page, limit: PAGE_SIZE }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: page === 1 ? liveEvery(asked) : false,
  });

/** How many there are in all; counted again when the newest entry changes. */
export const errorCountQuery = (asked: Narrowing, newest: string | undefined) =>
  queryOptions({
    queryKey: ['error-log', 'count', asked, newest],
    queryFn: ({ signal }) => adminCall('GET /error-log/count', { query: asked, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** The causes of the entries. */
export const causesQuery = (asked: Narrowing) =>
  queryOptions({
    queryKey: ['error-log', 'causes', asked],
    queryFn: ({ signal }) => adminCall('GET /error-log/causes', { query: asked, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 2 * liveEvery(asked),
  });

/** One entry with its payload. It never changes. */
export const errorQuery = (id: string) =>
  queryOptions({
    queryKey: ['error-log', 'entry', id],
    queryFn: ({ signal }) => adminCall('GET /error-log/{id}', { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
