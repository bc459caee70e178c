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
