import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { AuditNarrowing } from '../../../../lib/audit/schema.ts';

/** One page of the audit log. */
export const auditQuery = (filters: AuditNarrowing, page: number) =>
  queryOptions({
    queryKey: ['audit', filters, page],
    queryFn: ({ signal }) => adminCall('GET /audit', { query: { ...filters, page }, signal }),
    placeholderData: keepPreviousData,
  });

/** The actions that the log can be filtered by. */
export const actionsQuery = () =>
  queryOptions({
    queryKey: ['audit', 'actions'],
    queryFn: ({ signal }) => adminCall('GET /audit/actions', { signal }),
    staleTime: 60_000,
  });
