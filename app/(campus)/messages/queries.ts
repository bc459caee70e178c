import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ARRIVAL_MS } from '../../../components/messages/unread-query.ts';
import { adminCall } from '../../../components/query/admin-call.ts';

/** A page of the inbox. It refetches itself for new messages. */
export const inboxQuery = (page: number, unread: boolean) =>
  queryOptions({
    queryKey: ['messages', 'inbox', page, unread],
    queryFn: ({ signal }) => adminCall('GET /messages', { query: { page, unread: `${unread}` }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ARRIVAL_MS,
    refetchOnWindowFocus: 'always',
  });
