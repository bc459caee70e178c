import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { Narrowing } from '../../../../lib/error-log/schema.ts';
import { PAGE_SIZE } from './state.ts';

/** New entries come in by themselves while the newest are looked at; a tab that nobody sees asks nothing. */
const LIVE_MS = 5_000;
/** A text is looked for in every entry: half a million take a second. */
const SEARCHING_MS = 30_000;

const liveEvery = ({ search }: Narrowing): number => (search.trim() === '' ? LIVE_MS : SEARCHING_MS);

/** One page of the log. The page before stays in view until it is there. */
export const errorsQuery = (asked: Narrowing, page: number) =>
  queryOptions({
    queryKey: ['error-log', 'page', asked, page],
    queryFn: ({ signal }) =>
      adminCall('GET /error-log', { query: { ...asked, page, limit: PAGE_SIZE }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: page === 1 ? liveEvery(asked) : false,
  });

/** How many there are, whatever page; counted anew when the page's entries are others. */
export const errorCountQuery = (asked: Narrowing, newest: string | undefined) =>
  queryOptions({
    queryKey: ['error-log', 'count', asked, newest],
    queryFn: ({ signal }) => adminCall('GET /error-log/count', { query: asked, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** What the entries have in common. */
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
