import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

/** The notifications and their recipients. */
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => adminCall('GET /notifications', { signal }),
});

/** Users who can be recipients, by name or username. */
export const candidatesQuery = (search: string) =>
  queryOptions({
    queryKey: ['recipients', search],
    queryFn: ({ signal }) => adminCall('GET /notifications/recipients', { query: { search }, signal }),
  });

/** When Campus notifies of errors and silent vendors. */
export const limitsQuery = queryOptions({
  queryKey: ['notifications', 'limits'],
  queryFn: ({ signal }) => adminCall('GET /notifications/limits', { signal }),
});
