import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { unreadQuery } from '../../components/messages/unread-query.ts';
import { PageHeader } from '../../components/shell/page-header.tsx';
import { STAFF_RIGHTS } from '../../lib/access/rights.ts';
import { contextOf, requireSession } from '../../lib/auth/session.ts';
import { integrationState } from '../../lib/home/integration.ts';
import { staffState } from '../../lib/home/staff.ts';
import { countUnread } from '../../lib/messages/count-unread.ts';
import { integrationQuery, staffQuery } from './home-queries.ts';
import { Integration } from './integration.tsx';
import { newQueryClient } from './query-client.ts';
import { StaffFigures } from './staff-figures.tsx';
import { HOME_TEXTS } from './texts.ts';
import { UnreadMessages } from './unread-messages.tsx';

export const metadata: Metadata = { title: 'Home' };

export default async function Home() {
  const session = await requireSession();
  const ctx = contextOf(session);
  const synchronizes = session.rights.includes('Synchronization');
  const client = newQueryClient();
  await Promise.all([
    synchronizes && client.prefetchQuery({ ...integrationQuery, queryFn: () => integrationState(ctx) }),
    client.prefetchQuery({ ...staffQuery, queryFn: () => staffState(ctx) }),
    client.prefetchQuery({ ...unreadQuery, queryFn: () => countUnread(ctx) }),
  ]);
  return (
    <>
      <PageHeader trail={[]} title="Home" lead={HOME_TEXTS.lead(session.district.name)} />
      <HydrationBoundary state={dehydrate(client)}>
        <div className="flex flex-col gap-6">
          {synchronizes && <Integration opensErrorLog={session.rights.includes('Error Log')} />}
          <StaffFigures opensStaff={STAFF_RIGHTS.some((right) => session.rights.includes(right))} />
          <UnreadMessages />
        </div>
      </HydrationBoundary>
    </>
  );
}
