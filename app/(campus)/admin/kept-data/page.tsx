import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { keptData } from '../../../../lib/retention/kept-data.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { KeptDataCard } from './kept-data-card.tsx';
import { keptDataQuery } from './queries.ts';
import { KEPT_DATA_TEXTS } from './texts.ts';

const TITLE = 'Kept Data';

export const metadata: Metadata = { title: TITLE };

export default async function KeptDataPage() {
  const ctx = contextOf(await requireRight('User Security'));
  const client = newQueryClient();
  await client.prefetchQuery({ ...keptDataQuery(), queryFn: () => keptData(ctx) });
  return (
    <>
      <PageHeader
        title={TITLE}
        lead={KEPT_DATA_TEXTS.lead()}
        {...(await menuPlace(ctx, '/admin/kept-data'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <KeptDataCard />
      </HydrationBoundary>
    </>
  );
}
