import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { buttonStyle } from '../../../../components/ui/button.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { syncOverview } from '../../../../lib/sync/overview.ts';
import { listRuns } from '../../../../lib/sync/run/list-runs.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { runsQuery, syncQuery } from './queries.ts';
import { Synchronization } from './synchronization.tsx';
import { TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Staff Synchronization' };

export default async function SynchronizationPage() {
  const ctx = contextOf(await requireRight('Synchronization'));
  const client = newQueryClient();
  await Promise.all([
    client.prefetchQuery({ ...syncQuery, queryFn: () => syncOverview(ctx) }),
    client.prefetchInfiniteQuery({ ...runsQuery, queryFn: () => listRuns(ctx, { limit: 10 }) }),
  ]);
  return (
    <>
      <PageHeader
        title="Staff Synchronization"
        lead={TEXTS.lead()}
        {...(await menuPlace(ctx, '/business-office/synchronization'))}
      >
        <Link
          href="/business-office/synchronization/guards"
          prefetch={false}
          className={buttonStyle('secondary')}
        >
          Guards
        </Link>
        <Link
          href="/business-office/check-campus-data"
          target="_blank"
          prefetch={false}
          className={buttonStyle('secondary')}
        >
          Check Campus Data
          <ExternalLink aria-hidden className="size-3.5" />
        </Link>
      </PageHeader>
      <HydrationBoundary state={dehydrate(client)}>
        <Synchronization />
      </HydrationBoundary>
    </>
  );
}
