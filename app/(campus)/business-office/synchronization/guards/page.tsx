import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../../lib/auth/session.ts';
import { guardsOverview } from '../../../../../lib/sync/guards-overview.ts';
import { trailOf } from '../../../menu-place.ts';
import { newQueryClient } from '../../../query-client.ts';
import { GuardCards } from './guard-cards.tsx';
import { guardsQuery } from './queries.ts';
import { GUARD_TEXTS } from './texts.ts';

const TITLE = 'Commit Guards';

export const metadata: Metadata = { title: TITLE };

export default async function GuardsPage() {
  const ctx = contextOf(await requireRight('Synchronization'));
  const client = newQueryClient();
  await client.prefetchQuery({ ...guardsQuery, queryFn: () => guardsOverview(ctx) });
  return (
    <>
      <PageHeader
        title={TITLE}
        lead={GUARD_TEXTS.lead()}
        trail={trailOf('/business-office/synchronization', TITLE)}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <GuardCards />
      </HydrationBoundary>
    </>
  );
}
