import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { readAccount } from '../../../lib/account/own-account.ts';
import { ownSessions } from '../../../lib/account/own-sessions.ts';
import { contextOf, requireSession } from '../../../lib/auth/session.ts';
import { trailOf } from '../menu-place.ts';
import { newQueryClient } from '../query-client.ts';
import { OwnMail } from './own-mail.tsx';
import { OwnPassword } from './own-password.tsx';
import { OwnSignOn } from './own-sign-on.tsx';
import { accountQuery, ownSessionsQuery } from './queries.ts';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const ctx = contextOf(await requireSession());
  const client = newQueryClient();
  const [{ username, hasPassword }] = await Promise.all([
    client.fetchQuery({ ...accountQuery(), queryFn: () => readAccount(ctx) }),
    client.prefetchQuery({
      ...ownSessionsQuery(),
      queryFn: async () => ({ data: await ownSessions(ctx) }),
    }),
  ]);
  return (
    <>
      <PageHeader
        title="Your account"
        lead={
          <>
            You sign in as <bdi className="font-medium text-ink">{username}</bdi>.
          </>
        }
        trail={trailOf('/', 'Your account')}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <OwnSignOn />
        {hasPassword && (
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <OwnPassword />
            <SecondFactor />
          </div>
        )}
        <OwnMail />
        <Sessions />
      </HydrationBoundary>
    </>
  );
}
