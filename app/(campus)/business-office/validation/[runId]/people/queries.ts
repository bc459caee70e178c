import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../../../components/query/admin-call.ts';
import type { PeopleFilters } from '../report-state.ts';

/** What the people of a report can be filtered by, and how many are reviewed. */
export const peopleOverviewQuery = (runId: string, generatedAt: string) =>
  queryOptions({
    queryKey: ['validation', runId, generatedAt, 'people', 'overview'],
    queryFn: ({ signal }) =>
      adminCall('GET /validation/{runId}/people/overview', { params: { runId }, signal }),
  });

const PAGE = 50;

/** The key of every list of people of one report. */
export const peopleKey = (runId: string, generatedAt: string) =>
  ['validation', runId, generatedAt, 'people', 'list'] as const;

/** The people who match, page by page. */
export const peopleQuery = (runId: string, generatedAt: string, filters: PeopleFilters) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey(runId, generatedAt), filters],
    queryFn: ({ pageParam, signal }) =>
      adminCall('GET /validation/{runId}/people', {
        params: { runId },
        query: { ...filters, limit: PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 60_000,
  });
