import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { CodesState } from './state.ts';

/** One page of the codes of a kind. */
export const codesQuery = ({ kind, search, page }: CodesState) =>
  queryOptions({
    queryKey: ['codes', kind, search, page],
    queryFn: ({ signal }) => adminCall('GET /codes', { query: { kind, search, page }, signal }),
    placeholderData: keepPreviousData,
  });
