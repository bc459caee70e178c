import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ARRIVAL_MS } from '../../../components/messages/unread-query.ts';
import { adminCall } from '../../../components/query/admin-call.ts';
import type { Inbox } from '../../../lib/messages/schema.ts';

/** A page of the inbox, which new messages arrive in by themselves. */
export const inboxQuery = (page: number, unread: boolean) =>
  queryOptions({
    queryKey: ['messages', 'inbox', page, unread],
    queryFn: ({ signal }) =>
      adminCall<Inbox>('GET', `/messages?page=${page}&unread=${unread}`, undefined, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ARRIVAL_MS,
    refetchOnWindowFocus: 'always',
  });
