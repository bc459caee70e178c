import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../../../components/query/admin-call.ts';
import { adminHref } from '../../../../../../components/query/admin-url.ts';
import type { Compared } from '../../../../../../lib/report/compare/schema.ts';

/** The validations of a run that Campus keeps. */
export const versionsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['validation', runId, 'versions'],
    queryFn: ({ signal }) => adminCall('GET /validation/{runId}/versions', { params: { runId }, signal }),
  });

/** Validations never change, so their differences are fetched once. */
export const countsQuery = ({ runId, earlier, later }: Compared) =>
  queryOptions({
    queryKey: ['validation', runId, 'changes', 'counts', earlier, later],
    queryFn: ({ signal }) =>
      adminCall('GET /validation/{runId}/changes/counts', {
        params: { runId },
        query: { earlier, later },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const changesQuery = ({ runId, ...compared }: Compared, page: number) =>
  queryOptions({
    queryKey: ['validation', runId, 'changes', compared, page],
    queryFn: ({ signal }) =>
      adminCall('GET /validation/{runId}/changes', {
        params: { runId },
        query: { ...compared, page },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

export const exportPath = ({ runId, ...compared }: Compared): string =>
  adminHref('GET /validation/{runId}/changes/export', { params: { runId }, query: compared });
