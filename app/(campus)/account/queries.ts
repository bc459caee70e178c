import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';

/** One's own account. */
export const accountQuery = () =>
  queryOptions({
    queryKey: ['account'],
    queryFn: ({ signal }) => adminCall('GET /account', { signal }),
  });
