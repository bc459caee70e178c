import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

export type Mappings = Awaited<ReturnType<typeof get>>;
export type Unmapped = Mappings['unmapped'][number];
export type Mapping = Mappings['mappings'][number];

const get = (signal?: AbortSignal) => adminCall('GET /value-mappings', { signal });

/** What HR's values are in Campus, and those that Campus does not know. */
export const mappingsQuery = queryOptions({
  queryKey: ['value-mappings'],
  queryFn: ({ signal }) => get(signal),
  refetchInterval: 30_000,
});
