import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';

const MAX_MATCHES_SHOWN = 8;

/** People in Campus that match the text. */
export const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: ['people', 'search', search],
    queryFn: ({ signal }) =>
      adminCall('POST /people/search', { body: { search, limit: MAX_MATCHES_SHOWN }, signal }),
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
  });

/** A chosen person. */
export const personRowQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'row', id],
    queryFn: ({ signal }) => adminCall('GET /people/{id}', { params: { id }, signal }),
  });

/** The preview of the combination. Always refetched, because people change. */
export const previewQuery = (baseId: string, otherId: string) =>
  queryOptions({
    queryKey: ['people', 'combine', baseId, otherId],
    queryFn: ({ signal }) => adminCall('POST /people/combine/preview', { body: { baseId, otherId }, signal }),
    staleTime: 0,
  });

/** People who are likely the same as the other person. */
export const likelyQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['people', 'likely', id],
    queryFn: id
      ? ({ signal }) => adminCall('GET /people/{id}/likely', { params: { id }, signal })
      : skipToken,
  });

/** The latest combinations, and which of them can be undone. */
export const combinationsQuery = queryOptions({
  queryKey: ['people', 'combinations'],
  queryFn: async ({ signal }) => (await adminCall('GET /people/combinations', { signal })).data,
});
