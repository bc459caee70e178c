import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { UsersFound } from '../../../../lib/users/schema.ts';

/** One page of the district's users. */
export const usersQuery = ({ search, page }: { search: string; page: number }) =>
  queryOptions({
    queryKey: ['users', search, page],
    queryFn: ({ signal }) =>
      adminCall<UsersFound>(
        'GET',
        `/users?${new URLSearchParams({ search, page: String(page) })}`,
        undefined,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
