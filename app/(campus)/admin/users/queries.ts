import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

/** One page of the district's users. */
export const usersQuery = ({ search, page }: { search: string; page: number }) =>
  queryOptions({
    queryKey: ['users', search, page],
    queryFn: ({ signal }) => adminCall('GET /users', { query: { search, page }, signal }),
    placeholderData: keepPreviousData,
  });
