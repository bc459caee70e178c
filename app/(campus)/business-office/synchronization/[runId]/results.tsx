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
import type { RunOutcome, RunResult } from '../../../../../lib/sync/schema.ts';
import { resultsQuery } from '../queries.ts';
import { OUTCOMES, outcomeName } from './outcomes.ts';

const TONES: Record<RunOutcome, Tone> = {
  created: 'accent',
  updated: 'good',
  unchanged: 'neutral',
  held: 'warn',
  failed: 'bad',
  removed: 'accent',
};

const columns = (isUndo: boolean): Column<RunResult>[] => [
  {
    id: 'staffNumber',
    header: 'Staff Number',
    cell: (result) => <bdi className="break-all font-medium">{result.staffNumber}</bdi>,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: (result) => <Badge tone={TONES[result.outcome]}>{outcomeName(result.outcome, isUndo)}</Badge>,
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
        <Filter run={run} outcome={outcome} onChoose={setOutcome} />
        <p className="text-muted text-xs">
          Started <DateTime at={run.startedAt} time /> by {run.startedBy}
        </p>
      </div>
      <Rows
        isUndo={run.undoes !== null}
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
  run: { counts, undoes },
  outcome,
  onChoose,
}: {
  run: PastRun;
  outcome: RunOutcome | null;
  onChoose: (outcome: RunOutcome | null) => void;
}) {
  const choices = OUTCOMES.filter((which) => isOffered(which, undoes !== null) || (counts?.[which] ?? 0) > 0);
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
          {which ? outcomeName(which, undoes !== null) : 'All'}
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

const nobody = (outcome: RunOutcome, isUndo: boolean): string => {
  if (isUndo) return `Nobody under “${outcomeName(outcome, isUndo)}”`;
  return outcome === 'failed' ? 'Nobody failed' : `Nobody was ${outcome}`;
};

/** The others only where there are any. */
const isOffered = (outcome: RunOutcome, isUndo: boolean): boolean =>
  isUndo
    ? ['updated', 'removed', 'held', 'failed'].includes(outcome)
    : !['held', 'removed'].includes(outcome);

function Rows({
  isUndo,
  results,
  outcome,
  total,
}: {
  isUndo: boolean;
  results: ReturnType<typeof useInfiniteQuery<{ data: RunResult[] }>>;
  outcome: RunOutcome | null;
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
        columns={columns(isUndo)}
        rows={rows}
        rowId={(result) => result.staffNumber}
        empty={
          <EmptyState icon={ListChecks} title={outcome ? nobody(outcome, isUndo) : 'No results'}>
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
