import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { listUsedCodes } from '../../../../lib/code-list/list-codes.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { Codes } from './codes.tsx';
import { codesQuery } from './queries.ts';
import { CODES } from './state.ts';
import { CODE_TEXTS } from './texts.ts';

const TITLE = 'Schools and Codes';

export const metadata: Metadata = { title: TITLE };

const loadState = createLoader(CODES);

export default async function CodesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireRight('Synchronization', 'API Credentials');
  const ctx = contextOf(session);
  const state = await loadState(searchParams);
  const client = newQueryClient();
  await client.prefetchQuery({ ...codesQuery(state), queryFn: () => listUsedCodes(ctx, state) });
  return (
    <>
      <PageHeader
        title={TITLE}
        lead={CODE_TEXTS.lead()}
        {...(await menuPlace(ctx, '/business-office/codes'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <Codes mayEdit={session.rights.includes('Synchronization')} />
      </HydrationBoundary>
    </>
  );
}
