import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { ResultOrder } from '../../../../lib/sync/commit/result-orders.ts';
import type { RunOutcome } from '../../../../lib/sync/schema.ts';

const WORKING_MS = 1_000;
const QUIET_MS = 5_000;

/** The state of the latest synchronization. Refetched every second while it changes by itself. */
export const syncQuery = queryOptions({
  queryKey: ['sync', 'overview'],
  queryFn: ({ signal }) => adminCall('GET /sync', { signal }),
  refetchInterval: ({ state }) => {
    const run = state.data?.run;
    return run?.job || run?.status === 'transferring' || run?.status === 'committing' ? WORKING_MS : QUIET_MS;
  },
});

/** What the commit of a validated run will do. Fetched whenever the question is asked: exclusions change. */
export const forecastQuery = (runId: string) =>
  queryOptions({
    queryKey: ['sync', 'forecast', runId],
    queryFn: ({ signal }) => adminCall('GET /validation/{runId}/forecast', { params: { runId }, signal }),
    staleTime: 0,
    gcTime: 0,
  });

/** Who has staged what a restart would discard (SYNC-4). Always fetched when the question is asked. */
export const stagingQuery = queryOptions({
  queryKey: ['sync', 'staging'],
  queryFn: ({ signal }) => adminCall('GET /sync/staging', { signal }),
  gcTime: 0,
});

/** All synchronizations, the latest first. */
export const runsQuery = infiniteQueryOptions({
  queryKey: ['sync', 'runs'],
  queryFn: ({ pageParam, signal }) =>
    adminCall('GET /sync/runs', { query: { limit: 10, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

/** One run; refetched every second while a job of it is running. */
export const runQuery = (runId: string) =>
  queryOptions({
    queryKey: ['sync', 'run', runId],
    queryFn: ({ signal }) => adminCall('GET /sync/runs/{runId}', { params: { runId }, signal }),
    refetchInterval: ({ state }) => (state.data?.progress ? WORKING_MS : false),
  });

export const undoPreviewQuery = (runId: string) =>
  queryOptions({
    queryKey: ['sync', 'undo', runId],
    queryFn: ({ signal }) => adminCall('GET /sync/runs/{runId}/undo', { params: { runId }, signal }),
  });

/** What an undo would change for each person, or only for people edited since. */
export const undoPeopleQuery = (runId: string, edited: boolean) =>
  infiniteQueryOptions({
    queryKey: ['sync', 'undo', runId, 'people', edited],
    queryFn: ({ pageParam, signal }) =>
      adminCall('GET /sync/runs/{runId}/undo/people', {
        params: { runId },
        query: { limit: 50, edited: edited ? 'true' : null, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** The outcome for each person. */
export const resultsQuery = (
  runId: string,
  {
    outcome = null,
    search = '',
    sort = null,
  }: { outcome?: RunOutcome | null; search?: string; sort?: ResultOrder | null },
  limit = 100,
) =>
  infiniteQueryOptions({
    queryKey: ['sync', 'results', runId, outcome, search, sort, limit],
    queryFn: ({ pageParam, signal }) =>
      adminCall('GET /sync/runs/{runId}/results', {
        params: { runId },
        query: { outcome, search, sort, limit, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
