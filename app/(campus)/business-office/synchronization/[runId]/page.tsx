import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLoader, type SearchParams } from 'nuqs/server';
import { z } from 'zod';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../../lib/auth/session.ts';
import { NotFound } from '../../../../../lib/failure.ts';
import { runResults } from '../../../../../lib/sync/commit/results.ts';
import { pastRun } from '../../../../../lib/sync/run/list-runs.ts';
import { trailOf } from '../../../menu-place.ts';
import { newQueryClient } from '../../../query-client.ts';
import { resultsQuery, runQuery } from '../queries.ts';
import { RESULTS } from './outcomes.ts';
import { Results } from './results.tsx';

const TITLE = 'Synchronization Results';
const ROWS_PER_PAGE = 100;

export const metadata: Metadata = { title: TITLE };

const loadSearch = createLoader(RESULTS);

type Props = { params: Promise<{ runId: string }>; searchParams: Promise<SearchParams> };

export default async function ResultsPage({ params, searchParams }: Props) {
  const ctx = contextOf(await requireRight('Synchronization'));
  const { runId } = await params;
  if (!z.uuid().safeParse(runId).success) notFound();
  const asked = await loadSearch(searchParams);
  const { outcome, search, sort } = asked;
  const run = await pastRun(ctx, { runId }).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const client = newQueryClient();
  client.setQueryData(runQuery(runId).queryKey, run);
  // Results that are gone are not asked for.
  if (!run.keptSince.results)
    await client.prefetchInfiniteQuery({
      ...resultsQuery(runId, asked, ROWS_PER_PAGE),
      queryFn: () =>
        runResults(ctx, {
          ...{ runId, search, outcome: outcome ?? undefined, order: sort ?? undefined },
          limit: ROWS_PER_PAGE,
        }),
    });
  return (
    <>
      <PageHeader title={TITLE} trail={trailOf('/business-office/synchronization', 'Results')} />
      <HydrationBoundary state={dehydrate(client)}>
        <Results runId={runId} />
      </HydrationBoundary>
    </>
  );
}
