import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

/** Who is told of what. */
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => adminCall('GET /notifications', { signal }),
});

/** Who can be a recipient, by name or username. */
export const candidatesQuery = (search: string) =>
  queryOptions({
    queryKey: ['recipients', search],
    queryFn: ({ signal }) => adminCall('GET /notifications/recipients', { query: { search }, signal }),
  });
