import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../components/query/admin-call.ts';
import { isLive } from '../../lib/sync/run/states.ts';

/** The state of the integration; asked for more often during a synchronization. */
export const integrationQuery = queryOptions({
  queryKey: ['home', 'integration'],
  queryFn: ({ signal }) => adminCall('GET /home/integration', { signal }),
  refetchInterval: ({ state }) => (state.data?.run && !isLive(state.data.run.status) ? 30_000 : 3_000),
});

/** How many staff need correction; also the steps and the list of what waits take it from here. */
export const staffQuery = queryOptions({
  queryKey: ['home', 'staff'],
  queryFn: ({ signal }) => adminCall('GET /home/staff', { signal }),
  staleTime: 10_000,
  refetchInterval: 5 * 60_000,
});

/** What waits for the user. */
export const actionsQuery = queryOptions({
  queryKey: ['home', 'actions'],
  queryFn: async ({ signal }) => (await adminCall('GET /home/actions', { signal })).data,
  staleTime: 10_000,
  refetchInterval: 5 * 60_000,
});

/** What is set up. */
export const firstStepsQuery = queryOptions({
  queryKey: ['home', 'first-steps'],
  queryFn: ({ signal }) => adminCall('GET /home/first-steps', { signal }),
  staleTime: 10_000,
});

/** The last commits. */
export const trendsQuery = queryOptions({
  queryKey: ['home', 'trends'],
  queryFn: async ({ signal }) => (await adminCall('GET /home/trends', { signal })).data,
  staleTime: 60_000,
});
