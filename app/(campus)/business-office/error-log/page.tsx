import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { listCauses } from '../../../../lib/error-log/list-causes.ts';
import { listErrors } from '../../../../lib/error-log/list-errors.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { ErrorLog } from './error-log.tsx';
import { causesQuery, errorsQuery } from './queries.ts';
import { ERROR_LOG, filtersOf, PAGE_SIZE } from './state.ts';
import { ERROR_LOG_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Business Office Error Log' };

const loadState = createLoader(ERROR_LOG);

export default async function ErrorLogPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = contextOf(await requireRight('Error Log'));
  const state = await loadState(searchParams);
  const asked = filtersOf(state);
  const { page } = state;
  const client = newQueryClient();
  if (state.grouped)
    await client.prefetchQuery({
      ...causesQuery(asked),
      queryFn: async () => ({ data: await listCauses(ctx, asked) }),
    });
  else
    await client.prefetchQuery({
      ...errorsQuery(asked, page),
      queryFn: () => listErrors(ctx, { ...asked, page, limit: PAGE_SIZE }),
    });
  return (
    <>
      <PageHeader
        title="Business Office Error Log"
        lead={ERROR_LOG_TEXTS.lead()}
        {...(await menuPlace(ctx, '/business-office/error-log'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <ErrorLog />
      </HydrationBoundary>
    </>
  );
}
