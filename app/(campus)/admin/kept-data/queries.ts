import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

/** How long the district keeps each kind of data. */
export const keptDataQuery = () =>
  queryOptions({
    queryKey: ['kept-data'],
    queryFn: ({ signal }) => adminCall('GET /retention', { signal }),
  });
