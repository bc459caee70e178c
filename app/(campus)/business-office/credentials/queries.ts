import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { Client } from '../../../../lib/credentials/schema.ts';

/** The district's clients of the API. */
export const clientsQuery = () =>
  queryOptions({
    queryKey: ['credentials'],
    queryFn: ({ signal }) => adminCall<{ data: Client[] }>('GET', '/credentials', undefined, signal),
  });
