import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { Check } from '../../../../lib/report/check-campus-data/schema.ts';

/** One page of a list, as Campus is now: numbers are corrected in another tab, so coming back asks again. */
export const checkQuery = (list: Check, page: number) =>
  queryOptions({
    queryKey: ['check-campus-data', list, page],
    queryFn: ({ signal }) => adminCall('GET /check-campus-data', { query: { list, page }, signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always',
  });

/** What HR calls the people of a page, by its newest feed. A separate call, because it reads the whole feed. */
export const likelyQuery = (people: string[]) =>
  queryOptions({
    queryKey: ['check-campus-data', 'likely', people],
    queryFn: async ({ signal }) =>
      (await adminCall('POST /check-campus-data/likely', { body: { people }, signal })).data,
    enabled: people.length > 0,
  });
