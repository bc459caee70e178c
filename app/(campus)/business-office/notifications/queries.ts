import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { Candidates, Notification } from '../../../../lib/notify/schema.ts';

/** Who is told of what. */
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => adminCall<{ data: Notification[] }>('GET', '/notifications', undefined, signal),
});

/** Who can be a recipient, by name or username. */
export const candidatesQuery = (search: string) =>
  queryOptions({
    queryKey: ['recipients', search],
    queryFn: ({ signal }) =>
      adminCall<Candidates>(
        'GET',
        `/notifications/recipients?search=${encodeURIComponent(search)}`,
        undefined,
        signal,
      ),
  });
