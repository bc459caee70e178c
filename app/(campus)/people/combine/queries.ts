import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { Preview } from '../../../../lib/people/combine/schema.ts';
import type { LikelyOther, PeopleFound, PersonRow } from '../../../../lib/people/schema.ts';

const SHOWN = 8;

/** Who in Campus the text may mean. */
export const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: ['people', 'search', search],
    queryFn: ({ signal }) =>
      adminCall<PeopleFound>('POST', '/people/search', { search, limit: SHOWN }, signal),
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
  });

/** Someone who was chosen. */
export const personRowQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'row', id],
    queryFn: ({ signal }) => adminCall<PersonRow>('GET', `/people/${id}`, undefined, signal),
  });

/** What combining the two would do. Always asked anew: people change. */
export const previewQuery = (baseId: string, otherId: string) =>
  queryOptions({
    queryKey: ['people', 'combine', baseId, otherId],
    queryFn: ({ signal }) =>
      adminCall<Preview>('POST', '/people/combine/preview', { baseId, otherId }, signal),
    staleTime: 0,
  });

/** Who is likely the same person as the one beside. */
export const likelyQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['people', 'likely', id],
    queryFn: ({ signal }) =>
      adminCall<{ data: LikelyOther[] }>('GET', `/people/${id}/likely`, undefined, signal),
    enabled: id !== null,
  });
