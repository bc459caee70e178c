import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

/** What the district asks at sign-in. It begins like the users' key, because it counts them. */
export const signInPolicyQuery = () =>
  queryOptions({
    queryKey: ['users', 'sign-in-policy'],
    queryFn: ({ signal }) => adminCall('GET /sign-in-policy', { signal }),
  });

/** One page of the district's users. */
export const usersQuery = ({ search, page }: { search: string; page: number }) =>
  queryOptions({
    queryKey: ['users', search, page],
    queryFn: ({ signal }) => adminCall('GET /users', { query: { search, page }, signal }),
    placeholderData: keepPreviousData,
  });
