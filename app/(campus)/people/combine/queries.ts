import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

const SHOWN = 8;

/** Who in Campus the text may mean. */
export const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: ['people', 'search', search],
    queryFn: ({ signal }) => adminCall('POST /people/search', { body: { search, limit: SHOWN }, signal }),
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
  });

/** Someone who was chosen. */
export const personRowQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'row', id],
    queryFn: ({ signal }) => adminCall('GET /people/{id}', { params: { id }, signal }),
  });

/** What combining the two would do. Always asked anew: people change. */
export const previewQuery = (baseId: string, otherId: string) =>
  queryOptions({
    queryKey: ['people', 'combine', baseId, otherId],
    queryFn: ({ signal }) => adminCall('POST /people/combine/preview', { body: { baseId, otherId }, signal }),
    staleTime: 0,
  });

/** Who is likely the same person as the one beside. */
export const likelyQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['people', 'likely', id],
    queryFn: id
      ? ({ signal }) => adminCall('GET /people/{id}/likely', { params: { id }, signal })
      : skipToken,
  });
