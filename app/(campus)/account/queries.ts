import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import type { Account } from '../../../lib/account/schema.ts';

/** One's own account. */
export const accountQuery = () =>
  queryOptions({
    queryKey: ['account'],
    queryFn: ({ signal }) => adminCall<Account>('GET', '/account', undefined, signal),
  });
