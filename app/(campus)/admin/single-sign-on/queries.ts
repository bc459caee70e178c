import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

/** How the district's users sign in. */
export const singleSignOnQuery = queryOptions({
  queryKey: ['single-sign-on'],
  queryFn: ({ signal }) => adminCall('GET /single-sign-on', { signal }),
});

/** What a test sign-in of one's own brought. */
export const testQuery = (id: string) =>
  queryOptions({
    queryKey: ['single-sign-on', 'test', id],
    queryFn: ({ signal }) => adminCall('GET /single-sign-on/tests/{id}', { params: { id }, signal }),
    retry: false,
  });
