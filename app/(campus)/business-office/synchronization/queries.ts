import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { StaffResult } from '../../../../lib/sync/commit/results.ts';
import type { SyncOverview } from '../../../../lib/sync/overview.ts';
import type { PastRun } from '../../../../lib/sync/run/list-runs.ts';
import type { RunOutcome } from '../../../../lib/sync/schema.ts';
import type { UndoPerson, UndoPreview } from '../../../../lib/sync/undo/schema.ts';

export interface Page<Item> {
  data: Item[];
  nextCursor: string | null;
}

const WORKING_MS = 1_000;
const QUIET_MS = 5_000;

/** Where the latest synchronisation stands. Asked every second while something moves by itself. */
export const syncQuery = queryOptions({
  queryKey: ['sync', 'overview'],
  queryFn: ({ signal }) => adminCall<SyncOverview>('GET', '/sync', undefined, signal),
  refetchInterval: ({ state }) => {
    const run = state.data?.run;
    return run?.job || run?.status === 'transferring' || run?.status === 'committing' ? WORKING_MS : QUIET_MS;
  },
});

const asked = (parameters: Record<string, string | null | undefined>): string => {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};

/** Which synchronisations there were. */
export const runsQuery = infiniteQueryOptions({
  queryKey: ['sync', 'runs'],
  queryFn: ({ pageParam, signal }) =>
    adminCall<Page<PastRun>>(
      'GET',
      `/sync/runs${asked({ limit: '10', cursor: pageParam })}`,
      undefined,
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

/** One run; while a job of it is under way asked every second. */
export const runQuery = (runId: string) =>
  queryOptions({
    queryKey: ['sync', 'run', runId],
    queryFn: ({ signal }) => adminCall<PastRun>('GET', `/sync/runs/${runId}`, undefined, signal),
    refetchInterval: ({ state }) => (state.data?.progress ? WORKING_MS : false),
  });

export const undoPreviewQuery = (runId: string) =>
  queryOptions({
    queryKey: ['sync', 'undo', runId],
    queryFn: ({ signal }) => adminCall<UndoPreview>('GET', `/sync/runs/${runId}/undo`, undefined, signal),
  });

/** What an undo would do to each person, or to those who were edited since. */
export const undoPeopleQuery = (runId: string, edited: boolean) =>
  infiniteQueryOptions({
    queryKey: ['sync', 'undo', runId, 'people', edited],
    queryFn: ({ pageParam, signal }) =>
      adminCall<Page<UndoPerson>>(
        'GET',
        `/sync/runs/${runId}/undo/people${asked({ limit: '50', edited: edited ? 'true' : null, cursor: pageParam })}`,
        undefined,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** What the commit did with each person. */
export const resultsQuery = (
  runId: string,
  { outcome = null, search = '' }: { outcome?: RunOutcome | null; search?: string },
  limit = 100,
) =>
  infiniteQueryOptions({
    queryKey: ['sync', 'results', runId, outcome, search, limit],
    queryFn: ({ pageParam, signal }) =>
      adminCall<Page<StaffResult>>(
        'GET',
        `/sync/runs/${runId}/results${asked({ outcome, search, limit: String(limit), cursor: pageParam })}`,
        undefined,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
