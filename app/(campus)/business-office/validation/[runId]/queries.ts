import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import type { Section } from '../../../../../lib/report/schema.ts';
import type { ReportFilters } from './report-state.ts';

/** The report of a run's latest validation. */
export const reportQuery = (runId: string) =>
  queryOptions({
    queryKey: ['validation', runId],
    queryFn: ({ signal }) => adminCall('GET /validation/{runId}', { params: { runId }, signal }),
    staleTime: 30_000,
  });

const PAGE = 500;
const FIRST = 100;

/** The filtered entries of a section. `generatedAt` distinguishes the reports of one run. */
export const sectionQuery = (runId: string, generatedAt: string, section: Section, narrowed: ReportFilters) =>
  infiniteQueryOptions({
    queryKey: ['validation', runId, generatedAt, section, narrowed],
    queryFn: ({ pageParam, signal }) =>
      adminCall('GET /validation/{runId}/{section}', {
        params: { runId, section },
        query: { ...narrowed, limit: isFiltered(narrowed) ? FIRST : PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const isFiltered = ({ search, field }: ReportFilters): boolean => search !== '' || field !== '';
