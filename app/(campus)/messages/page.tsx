import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { contextOf, requireSession } from '../../../lib/auth/session.ts';
import { listMessages } from '../../../lib/messages/list.ts';
import { menuPlace } from '../menu-place.ts';
import { newQueryClient } from '../query-client.ts';
import { InboxList } from './inbox-list.tsx';
import { inboxQuery } from './queries.ts';
import { INBOX_STATE } from './state.ts';
import { MESSAGE_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Message Center' };

const loadState = createLoader(INBOX_STATE);

export default async function MessagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = contextOf(await requireSession());
  const state = await loadState(searchParams);
  const { page, unread } = state;
  const client = newQueryClient();
  await client.prefetchQuery({
    ...inboxQuery(page, unread),
    queryFn: () => listMessages(ctx, { page, unread }),
  });
  return (
    <>
      <PageHeader
        title="Message Center"
        lead={MESSAGE_TEXTS.lead()}
        {...(await menuPlace(ctx, '/messages'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <InboxList />
      </HydrationBoundary>
    </>
  );
}
