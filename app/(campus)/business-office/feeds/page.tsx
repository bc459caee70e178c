import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { listFeeds } from '../../../../lib/feeds/list-feeds.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { Feeds } from './feeds.tsx';
import { feedsQuery } from './queries.ts';
import { FEED_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Scheduled Feeds' };

export default async function FeedsPage() {
  const ctx = contextOf(await requireRight('Synchronization'));
  const client = newQueryClient();
  await client.prefetchQuery({ ...feedsQuery, queryFn: () => listFeeds(ctx) });
  return (
    <>
      <PageHeader
        title="Scheduled Feeds"
        lead={FEED_TEXTS.lead()}
        {...(await menuPlace(ctx, '/business-office/feeds'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <Feeds />
      </HydrationBoundary>
    </>
  );
}
