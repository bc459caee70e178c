import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { listUsers } from '../../../../lib/users/list-users.ts';
import { readSignInPolicy } from '../../../../lib/users/sign-in-policy.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { PolicyCard } from './policy-card.tsx';
import { signInPolicyQuery, usersQuery } from './queries.ts';
import { USERS } from './state.ts';
import { USER_TEXTS } from './texts.ts';
import { Users } from './users.tsx';

export const metadata: Metadata = { title: 'User Security' };

const loadState = createLoader(USERS);

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = contextOf(await requireRight('User Security'));
  const asked = await loadState(searchParams);
  const client = newQueryClient();
  await Promise.all([
    client.prefetchQuery({ ...usersQuery(asked), queryFn: () => listUsers(ctx, asked) }),
    client.prefetchQuery({ ...signInPolicyQuery(), queryFn: () => readSignInPolicy(ctx) }),
  ]);
  return (
    <>
      <PageHeader
        title="User Security"
        lead={USER_TEXTS.lead()}
        {...(await menuPlace(ctx, '/admin/users'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <PolicyCard />
        <Users />
      </HydrationBoundary>
    </>
  );
}
