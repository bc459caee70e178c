import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { AuditFound, AuditNarrowing } from '../../../../lib/audit/schema.ts';

/** The narrowing as a query; what is not narrowed is left out. */
export const narrowingQuery = (narrowing: AuditNarrowing): URLSearchParams =>
  new URLSearchParams(Object.entries(narrowing).filter(([, value]) => value));

/** One page of the audit log. */
export const auditQuery = (narrowing: AuditNarrowing, page: number) =>
  queryOptions({
    queryKey: ['audit', narrowing, page],
    queryFn: ({ signal }) =>
      adminCall<AuditFound>('GET', `/audit?page=${page}&${narrowingQuery(narrowing)}`, undefined, signal),
    placeholderData: keepPreviousData,
  });

/** The kinds of action there are. */
export const actionsQuery = () =>
  queryOptions({
    queryKey: ['audit', 'actions'],
    queryFn: ({ signal }) => adminCall<{ data: string[] }>('GET', '/audit/actions', undefined, signal),
    staleTime: 60_000,
  });
