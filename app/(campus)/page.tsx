import { dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { unreadQuery } from '../../components/messages/unread-query.ts';
import { Hydration } from '../../components/query/hydration.tsx';
import { PageHeader } from '../../components/shell/page-header.tsx';
import { STAFF_RIGHTS } from '../../lib/access/rights.ts';
import { contextOf, requireSession } from '../../lib/auth/session.ts';
import { listActions, RIGHTS_WITH_ACTIONS } from '../../lib/home/actions/list-actions.ts';
import { integrationState } from '../../lib/home/integration.ts';
import { staffState } from '../../lib/home/staff.ts';
import { firstSteps } from '../../lib/home/steps/first-steps.ts';
import { trends } from '../../lib/home/trends.ts';
import { countUnread } from '../../lib/messages/count-unread.ts';
import { FirstSteps } from './first-steps.tsx';
import { actionsQuery, firstStepsQuery, integrationQuery, staffQuery, trendsQuery } from './home-queries.ts';
import { Integration } from './integration.tsx';
import { newQueryClient } from './query-client.ts';
import { ShowFirstSteps } from './show-first-steps.tsx';
import { soon } from './soon.ts';
import { StaffFigures } from './staff-figures.tsx';
import { HOME_TEXTS } from './texts.ts';
import { Trends } from './trends.tsx';
import { UnreadMessages } from './unread-messages.tsx';
import { WaitingActions } from './waiting-actions.tsx';

export const metadata: Metadata = { title: 'Home' };

export default async function Home() {
  const session = await requireSession();
  const ctx = contextOf(session);
  const synchronizes = session.rights.includes('Synchronization');
  const hasActions = RIGHTS_WITH_ACTIONS.some((right) => session.rights.includes(right));
  const client = newQueryClient();
  await Promise.all([
    synchronizes && client.prefetchQuery({ ...integrationQuery, queryFn: () => integrationState(ctx) }),
    synchronizes && client.prefetchQuery({ ...trendsQuery, queryFn: () => trends(ctx) }),
    client.prefetchQuery({ ...firstStepsQuery, queryFn: () => firstSteps(ctx) }),
    client.prefetchQuery({ ...unreadQuery, queryFn: () => countUnread(ctx) }),
    soon(
      Promise.all([
        client.prefetchQuery({ ...staffQuery, queryFn: () => staffState(ctx) }),
        hasActions && client.prefetchQuery({ ...actionsQuery, queryFn: () => listActions(ctx) }),
      ]),
    ),
  ]);
  return (
    <Hydration state={dehydrate(client)}>
      <PageHeader trail={[]} title="Home" lead={HOME_TEXTS.lead(session.district.name)}>
        <ShowFirstSteps />
      </PageHeader>
      <div className="flex flex-col gap-6">
        <FirstSteps />
        {hasActions && <WaitingActions checksNumbers={synchronizes} />}
        {synchronizes && <Integration opensErrorLog={session.rights.includes('Error Log')} />}
        {synchronizes && <Trends />}
        <StaffFigures opensStaff={STAFF_RIGHTS.some((right) => session.rights.includes(right))} />
        <UnreadMessages />
      </div>
    </Hydration>
  );
}
