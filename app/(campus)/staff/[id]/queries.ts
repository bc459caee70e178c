import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

/** One staff member. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', 'person', id],
    queryFn: ({ signal }) => adminCall('GET /staff/{id}', { params: { id }, signal }),
  });

/** What the forms offer. */
export const choicesQuery = queryOptions({
  queryKey: ['staff', 'choices'],
  queryFn: ({ signal }) => adminCall('GET /staff/choices', { signal }),
  staleTime: 60_000,
});
