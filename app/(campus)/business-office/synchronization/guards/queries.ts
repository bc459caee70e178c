import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import type { GuardOfPeople } from '../../../../../lib/sync/guards/limits.ts';
import type { Guards } from '../../../../../lib/sync/guards/read.ts';
import type { GuardPeople } from '../../../../../lib/sync/guards/schema.ts';

/** The limits, what is held now, and who is held out. */
export const guardsQuery = queryOptions({
  queryKey: ['guards'],
  queryFn: ({ signal }) => adminCall<Guards>('GET', '/sync/guards', undefined, signal),
  refetchInterval: 10_000,
});

/** The people behind a limit. */
export const guardPeopleQuery = (limit: GuardOfPeople | null, page: number) =>
  queryOptions({
    queryKey: ['guards', 'people', limit, page],
    queryFn: ({ signal }) =>
      adminCall<GuardPeople>('GET', `/sync/guards/people?guard=${limit}&page=${page}`, undefined, signal),
    enabled: limit !== null,
    placeholderData: keepPreviousData,
  });
