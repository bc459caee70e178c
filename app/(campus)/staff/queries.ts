import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import type { StaffSearchAsked } from '../../../lib/people/schema.ts';

/** One page of the Staff directory. The previous page stays in view until it has loaded. */
export const staffQuery = (asked: StaffSearchAsked) =>
  queryOptions({
    queryKey: ['staff', 'directory', asked],
    queryFn: ({ signal }) => adminCall('POST /staff/search', { body: asked, signal }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

/** How many there are in all. */
export const staffCountQuery = ({ search = '', filters = [] }: StaffSearchAsked) =>
  queryOptions({
    queryKey: ['staff', 'directory', 'count', search, filters],
    queryFn: ({ signal }) => adminCall('POST /staff/count', { body: { search, filters }, signal }),
    staleTime: 5_000,
  });
