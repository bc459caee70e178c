'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { type Column, DataTable } from '../../../../../components/data-table/data-table.tsx';
import { ShowMore } from '../../../../../components/data-table/show-more.tsx';
import { DateTime } from '../../../../../components/dates.tsx';
import { count } from '../../../../../components/numbers.ts';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { Badge, type Tone } from '../../../../../components/ui/badge.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { EmptyState } from '../../../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import type { PastRun } from '../../../../../lib/sync/list-runs.ts';
import type { Outcome, SyncResult } from '../../../../../lib/sync/schema.ts';
import { resultsQuery } from '../queries.ts';
import { OUTCOMES } from './outcomes.ts';

const TONES: Record<Outcome, Tone> = {
  created: 'accent',
  updated: 'good',
  unchanged: 'neutral',
  held: 'warn',
  failed: 'bad',
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const COLUMNS: Column<SyncResult>[] = [
  {
    id: 'staffNumber',
    header: 'Staff Number',
    cell: (result) => <bdi className="break-all font-medium">{result.staffNumber}</bdi>,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: (result) => <Badge tone={TONES[result.outcome]}>{capital(result.outcome)}</Badge>,
  },
  {
    id: 'reason',
    header: 'Reason and Warnings',
    cell: ({ errors, warnings }) =>
      errors.length + warnings.length === 0 ? (
        <span className="text-subtle">–</span>
      ) : (
        <ul className="flex min-w-64 flex-col gap-1">
          {errors.map((error) => (
            <li key={error.pointer + error.code}>
              <bdi>{error.message}</bdi>
              {error.hint && <bdi className="text-muted"> {error.hint}</bdi>}
            </li>
          ))}
          {warnings.map((warning) => (
            <li key={(warning.pointer ?? '') + warning.code + warning.message} className="text-muted">
              <bdi>{warning.message}</bdi>
            </li>
          ))}
        </ul>
      ),
  },
];

/** What a commit did, person by person. */
export function Results({ run }: { run: PastRun }) {
  const [outcome, setOutcome] = useQueryState('outcome', parseAsStringLiteral(OUTCOMES));
  const results = useInfiniteQuery(resultsQuery(run.runId, outcome));
  return (
    <Card aria-label="Results">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3 sm:px-5">
        <Filter counts={run.counts} outcome={outcome} onChoose={setOutcome} />
        <p className="text-muted text-xs">
          Started <DateTime at={run.startedAt} time /> by {run.startedBy}
        </p>
      </div>
      <Rows
        results={results}
        outcome={outcome}
        total={run.counts && (outcome ? run.counts[outcome] : sum(run.counts))}
      />
    </Card>
  );
}

const sum = (counts: NonNullable<PastRun['counts']>): number =>
  Object.values(counts).reduce((total, n) => total + n, 0);

function Filter({
  counts,
  outcome,
  onChoose,
}: {
  counts: PastRun['counts'];
  outcome: Outcome | null;
  onChoose: (outcome: Outcome | null) => void;
}) {
  const choices = OUTCOMES.filter((which) => which !== 'held' || (counts?.held ?? 0) > 0);
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Outcome</legend>
      {[null, ...choices].map((which) => (
        <button
          key={which}
          type="button"
          aria-pressed={which === outcome}
          onClick={() => onChoose(which)}
          className={classNames(
            'h-8 rounded-md px-2.5 text-[0.8125rem] transition-colors duration-100',
            which === outcome ? 'bg-hover font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {which ? capital(which) : 'All'}
          {counts && (
            <span className="ml-1.5 text-subtle tabular-nums">
              {count(which ? counts[which] : sum(counts))}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

function Rows({
  results,
  outcome,
  total,
}: {
  results: ReturnType<typeof useInfiniteQuery<{ data: SyncResult[] }>>;
  outcome: Outcome | null;
  total: number | null;
}) {
  if (results.isError && !results.data) return <QueryError query={results} />;
  if (!results.data) return <Skeleton className="mx-5 mb-5 h-40" />;
  const rows = results.data.pages.flatMap((page) => page.data);
  return (
    <>
      <DataTable
        adjustable
        caption="Results per staff member"
        columns={COLUMNS}
        rows={rows}
        rowId={(result) => result.staffNumber}
        empty={
          <EmptyState
            icon={ListChecks}
            title={outcome ? `Nobody ${outcome === 'failed' ? outcome : `was ${outcome}`}` : 'No results'}
          >
            {outcome ? 'Choose another outcome above.' : 'This synchronization has not been committed.'}
          </EmptyState>
        }
      />
      {results.hasNextPage && (
        <ShowMore
          shown={rows.length}
          total={total ?? undefined}
          busy={results.isFetchingNextPage}
          onMore={() => results.fetchNextPage()}
        />
      )}
    </>
  );
}
