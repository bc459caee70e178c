import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import type { Entry, Section, ValidationReport } from '../../../../../lib/report/schema.ts';

/** What the latest validation of a run found. */
export const reportQuery = (runId: string) =>
  queryOptions({
    queryKey: ['validation', runId],
    queryFn: ({ signal }) => adminCall<ValidationReport>('GET', `/validation/${runId}`, undefined, signal),
    staleTime: 30_000,
  });

const PAGE = 500;

/** All entries of a section of the report that was generated then. */
export const sectionQuery = (runId: string, generatedAt: string, section: Section) =>
  infiniteQueryOptions({
    queryKey: ['validation', runId, generatedAt, section],
    queryFn: ({ pageParam, signal }) =>
      adminCall<{ data: Entry[]; nextCursor: string | null }>(
        'GET',
        `/validation/${runId}/${section}?limit=${PAGE}${pageParam ? `&cursor=${pageParam}` : ''}`,
        undefined,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
