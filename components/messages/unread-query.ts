import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../query/admin-call.ts';

/** How often new messages are fetched. A hidden tab does not fetch. */
export const ARRIVAL_MS = 10_000;

/** How many messages the signed-in user has not read. */
export const unreadQuery = queryOptions({
  queryKey: ['messages', 'unread'],
  queryFn: ({ signal }) => adminCall('GET /messages/unread', { signal }),
  refetchInterval: ARRIVAL_MS,
  refetchOnWindowFocus: 'always',
});
