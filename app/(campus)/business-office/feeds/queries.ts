import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { isUnderWay } from '../../../../lib/feeds/is-under-way.ts';
import type { Feed } from '../../../../lib/feeds/schema.ts';

const RUNS_SHOWN = '10';
const LOOK_AGAIN_MS = 3_000;

const isBusy = ({ lastRun }: Feed): boolean => lastRun !== null && isUnderWay(lastRun);

/** All feeds, each with its last run. */
export const feedsQuery = queryOptions({
  queryKey: ['feeds'],
  queryFn: ({ signal }) => adminCall('GET /feeds', { signal }),
  refetchInterval: ({ state }) => (state.data?.data.some(isBusy) ? LOOK_AGAIN_MS : false),
});

/** Runs of a feed, the latest first. `last` refetches them when there is a new one. */
export const feedRunsQuery = (id: string, last: string) =>
  infiniteQueryOptions({
    queryKey: ['feeds', id, 'runs', last],
    queryFn: ({ pageParam, signal }) =>
      adminCall('GET /feeds/{id}/runs', {
        params: { id },
        query: { limit: RUNS_SHOWN, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** The mappings that a feed can use. */
export const feedMappingsQuery = queryOptions({
  queryKey: ['upload', 'mappings'],
  queryFn: ({ signal }) => adminCall('GET /sync/upload/mappings', { signal }),
});
