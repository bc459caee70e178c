import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { STAFF_RIGHTS } from '../../../lib/access/rights.ts';
import { contextOf, requireRight } from '../../../lib/auth/session.ts';
import { listPeople } from '../../../lib/people/list-people.ts';
import { menuPlace } from '../menu-place.ts';
import { newQueryClient } from '../query-client.ts';
import { Directory } from './directory.tsx';
import { askedFor, DIRECTORY } from './directory-state.ts';
import { staffQuery } from './queries.ts';
import { STAFF_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Staff' };

const loadState = createLoader(DIRECTORY);

export default async function StaffPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = contextOf(await requireRight(...STAFF_RIGHTS));
  const asked = askedFor(await loadState(searchParams));
  const client = newQueryClient();
  await client.prefetchQuery({
    ...staffQuery(asked),
    queryFn: () => listPeople(ctx, { ...asked, among: 'directory' }),
  });
  return (
    <>
      <PageHeader title="Staff" lead={STAFF_TEXTS.lead()} {...(await menuPlace(ctx, '/staff'))} />
      <HydrationBoundary state={dehydrate(client)}>
        <Directory />
      </HydrationBoundary>
    </>
  );
}
