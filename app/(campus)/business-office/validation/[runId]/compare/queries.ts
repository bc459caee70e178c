import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../../../components/query/admin-call.ts';
import type {
  ChangeCounts,
  ChangedEntry,
  Compared,
  Version,
} from '../../../../../../lib/report/compare/schema.ts';

/** The validations of a run that are kept. */
export const versionsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['validation', runId, 'versions'],
    queryFn: ({ signal }) => adminCall<Version[]>('GET', `/validation/${runId}/versions`, undefined, signal),
  });

const asked = (parameters: Record<string, string | number | null | undefined>): string =>
  new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  ).toString();

/** Two validations never change: what they differ in is asked once. */
export const countsQuery = ({ runId, earlier, later }: Compared) =>
  queryOptions({
    queryKey: ['validation', runId, 'changes', 'counts', earlier, later],
    queryFn: ({ signal }) =>
      adminCall<ChangeCounts>(
        'GET',
        `/validation/${runId}/changes/counts?${asked({ earlier, later })}`,
        undefined,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const changesQuery = ({ runId, ...compared }: Compared, page: number) =>
  queryOptions({
    queryKey: ['validation', runId, 'changes', compared, page],
    queryFn: ({ signal }) =>
      adminCall<{ data: ChangedEntry[]; more: boolean }>(
        'GET',
        `/validation/${runId}/changes?${asked({ ...compared, page })}`,
        undefined,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

export const exportPath = ({ runId, ...compared }: Compared): string =>
  `/campus/api/admin/validation/${runId}/changes/export?${asked(compared)}`;
