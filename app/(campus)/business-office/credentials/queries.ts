import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

/** The district's clients of the API. */
export const clientsQuery = () =>
  queryOptions({
    queryKey: ['credentials'],
    queryFn: ({ signal }) => adminCall('GET /credentials', { signal }),
  });
