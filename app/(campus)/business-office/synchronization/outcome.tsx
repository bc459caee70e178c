'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { DateTime } from '../../../../components/dates.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { inLabels } from '../../../../lib/record/in-labels.ts';
import { saidOnce } from '../../../../lib/record/said-once.ts';
import type { JobStatus } from '../../../../lib/sync/schema.ts';
import { count } from '../../../../lib/text/numbers.ts';
import { resultsQuery, runQuery } from './queries.ts';
import { TEXTS } from './texts.ts';

const MAX_FAILURES_SHOWN = 5;

/** The commit's counts, the first failures with their reasons, and a link to all results. */
export function Outcome({ runId, commit }: { runId: string; commit: JobStatus }) {
  const figures = [
    ['Created', commit.created],
    ['Updated', commit.updated],
    ['Unchanged', commit.unchanged],
    ...(commit.held > 0 ? [['Excluded', commit.held] as const] : []),
    ['Failed', commit.failed],
  ] as const;
  const undone = useQuery(runQuery(runId)).data?.undoneBy?.status === 'committed';
  return (
    <Card aria-labelledby="outcome">
      <CardHeader>
        <CardTitle id="outcome">
          {commit.status === 'completed' ? 'Committed' : 'Results of the commit'}
          {commit.finishedAt && (
            <span className="ml-2 font-normal text-muted">
              <DateTime at={commit.finishedAt} time />
            </span>
          )}
          {undone && (
            <Badge tone="warn" className="ml-2">
              Undone
            </Badge>
          )}
        </CardTitle>
        <Link
          href={`/business-office/synchronization/${runId}`}
          className="font-medium text-accent-ink hover:underline"
        >
          All results
        </Link>
      </CardHeader>
      <dl className="grid grid-cols-2 gap-px bg-line sm:auto-cols-fr sm:grid-flow-col">
        {figures.map(([name, n]) => (
          <div key={name} className="bg-surface px-4 py-3 sm:px-5">
            <dt className="text-muted text-xs">{name}</dt>
            <dd
              className={classNames(
                'font-semibold text-lg tabular-nums',
                name === 'Failed' && n > 0 && 'text-bad-ink',
              )}
            >
              {count(n)}
            </dd>
          </div>
        ))}
      </dl>
      {commit.status === 'cancelled' && commit.processed < commit.total && (
        <p className="border-line border-t px-4 py-3 sm:px-5">
          {TEXTS.notReached(commit.total - commit.processed, commit.total)}
        </p>
      )}
      {commit.failed > 0 && <Failures runId={runId} failed={commit.failed} />}
    </Card>
  );
}

function Failures({ runId, failed }: { runId: string; failed: number }) {
  const { data } = useInfiniteQuery(resultsQuery(runId, { outcome: 'failed' }, MAX_FAILURES_SHOWN));
  const first = data?.pages[0]?.data;
  return (
    <div className="border-line border-t px-4 py-3 sm:px-5">
      <h3 className="mb-2 font-medium">{TEXTS.notCommitted(failed)}</h3>
      <ul className="flex flex-col gap-1.5">
        {first?.map((result) => (
          <li key={result.staffNumber} className="flex gap-3">
            <span className="w-28 shrink-0 break-all font-medium tabular-nums">{result.staffNumber}</span>
            <span className="min-w-0 text-muted">
              {saidOnce(result.errors)
                .map((error) => inLabels(error.message))
                .join(' ')}
            </span>
          </li>
        )) ?? <Skeleton className="h-5 w-2/3" />}
      </ul>
      {failed > MAX_FAILURES_SHOWN && (
        <p className="mt-2 text-muted text-xs">
          The first {MAX_FAILURES_SHOWN}.{' '}
          <Link
            href={`/business-office/synchronization/${runId}?outcome=failed`}
            className="text-accent-ink underline"
          >
            See all failed staff
          </Link>
        </p>
      )}
    </div>
  );
}
