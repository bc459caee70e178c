import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import type { GuardOfPeople } from '../../../../../lib/sync/guards/limits.ts';

/** The limits, the held commit, and the excluded people. */
export const guardsQuery = queryOptions({
  queryKey: ['guards'],
  queryFn: ({ signal }) => adminCall('GET /sync/guards', { signal }),
  refetchInterval: 10_000,
});

/** The people counted for a limit. */
export const guardPeopleQuery = (limit: GuardOfPeople | null, page: number) =>
  queryOptions({
    queryKey: ['guards', 'people', limit, page],
    queryFn: limit
      ? ({ signal }) => adminCall('GET /sync/guards/people', { query: { guard: limit, page }, signal })
      : skipToken,
    placeholderData: keepPreviousData,
  });
