import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../components/query/admin-call.ts';
import type { IntegrationState } from '../../lib/home/integration.ts';
import type { StaffState } from '../../lib/home/staff.ts';

/** How the integration stands; asked more often while a synchronisation is live. */
export const integrationQuery = queryOptions({
  queryKey: ['home', 'integration'],
  queryFn: ({ signal }) => adminCall<IntegrationState>('GET', '/home/integration', undefined, signal),
  refetchInterval: ({ state }) => (state.data?.run?.allowed.includes('start') ? 30_000 : 3_000),
});

/** What is to be repaired among the staff. */
export const staffQuery = queryOptions({
  queryKey: ['home', 'staff'],
  queryFn: ({ signal }) => adminCall<StaffState>('GET', '/home/staff', undefined, signal),
  staleTime: 10_000,
});
