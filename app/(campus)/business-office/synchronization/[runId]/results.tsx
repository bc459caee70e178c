'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { SortingState } from '@tanstack/react-table';
import { Download, ListChecks } from 'lucide-react';
import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../../../../components/data-table/data-table.tsx';
import { ShowMore } from '../../../../../components/data-table/show-more.tsx';
import { DateTime } from '../../../../../components/dates.tsx';
import { adminHref } from '../../../../../components/query/admin-url.ts';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { Badge } from '../../../../../components/ui/badge.tsx';
import { buttonStyle } from '../../../../../components/ui/button.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { EmptyState } from '../../../../../components/ui/empty-state.tsx';
import { SearchBox } from '../../../../../components/ui/search-box.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import type { ResultOrder } from '../../../../../lib/sync/commit/result-orders.ts';
import type { StaffResult } from '../../../../../lib/sync/commit/results.ts';
import type { PastRun } from '../../../../../lib/sync/run/list-runs.ts';
import type { RunOutcome } from '../../../../../lib/sync/schema.ts';
import { count } from '../../../../../lib/text/numbers.ts';
import { resultsQuery, runQuery } from '../queries.ts';
import { TEXTS } from '../texts.ts';
import { OUTCOME_TONES, OUTCOMES, outcomeName, RESULTS } from './outcomes.ts';
import { RunNotes } from './run-notes.tsx';

/** The server sorts: this only says which columns can be. */
const byServer = () => null;

const columns = (isUndo: boolean, report: string | null): Column<StaffResult>[] => [
  {
    id: 'staffNumber',
    header: 'Staff Number',
    sortBy: byServer,
    cell: (result) => <bdi className="break-all font-medium">{result.staffNumber}</bdi>,
  },
  {
    id: 'name',
    opens: true,
    header: 'Name',
    sortBy: byServer,
    cell: ({ personId, name }) =>
      personId && name ? (
        <Link href={`/staff/${personId}`} className="font-medium text-accent-ink hover:underline">
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <bdi className={name ? undefined : 'text-subtle'}>{name ?? '–'}</bdi>
      ),
  },
  {
    id: 'outcome',
    header: 'Outcome',
    sortBy: byServer,
    cell: (result) => (
      <Badge tone={OUTCOME_TONES[result.outcome]}>{outcomeName(result.outcome, isUndo)}</Badge>
    ),
  },
  ...(report ? [changesColumn(report)] : []),
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

/** Leads to the person's card: each value old and new. */
const changesColumn = (report: string): Column<StaffResult> => ({
  id: 'changes',
  header: 'Changes',
  cell: ({ staffNumber, outcome }) =>
    outcome === 'unchanged' ? (
      <span className="text-subtle">–</span>
    ) : (
      <Link
        href={`${report}?search=${encodeURIComponent(staffNumber)}`}
        prefetch={false}
        aria-label={`Before and after of ${staffNumber}`}
        className="whitespace-nowrap text-accent-ink underline"
      >
        Before and after
      </Link>
    ),
});

/** What a commit or an undo did, person by person. */
export function Results({ runId }: { runId: string }) {
  const { data: run } = useQuery(runQuery(runId));
  if (!run) return <Skeleton className="h-40" />;
  return (
    <div className="flex flex-col gap-6">
      <RunNotes run={run} />
      {!run.keptSince.results && <OfRun run={run} />}
    </div>
  );
}

function OfRun({ run }: { run: PastRun }) {
  const [{ outcome, search, sort }, narrow] = useQueryStates(RESULTS, { history: 'replace' });
  const results = useInfiniteQuery({
    ...resultsQuery(run.runId, { outcome, search, sort }),
    // The rows stay while they are sorted or narrowed.
    placeholderData: keepPreviousData,
  });
  const sorting = useMemo(
    () => (sort ? [{ id: sort.replace('-', ''), desc: sort.startsWith('-') }] : []),
    [sort],
  );
  return (
    <Card aria-label="Results">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3 sm:px-5">
        <Filter run={run} outcome={outcome} onChoose={(next) => narrow({ outcome: next })} />
        <p className="text-muted text-xs">
          Started <DateTime at={run.startedAt} time /> by {run.startedBy}
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-3 px-4 pb-3 sm:px-5">
        <SearchBox
          label="Search the results"
          placeholder="Name or staff number…"
          text={search}
          onSearch={(next) => narrow({ search: next })}
        />
        <a
          href={adminHref('GET /sync/runs/{runId}/results/export', {
            params: { runId: run.runId },
            query: { search, outcome },
          })}
          download="synchronization-results.csv"
          className={buttonStyle('secondary')}
        >
          <Download aria-hidden className="size-4" />
          Export to CSV
        </a>
        {run.undoable && (
          <Link
            href={`/business-office/synchronization/${run.runId}/undo`}
            className={buttonStyle('secondary')}
          >
            Undo…
          </Link>
        )}
      </div>
      <Rows
        isUndo={run.undoes !== null}
        report={run.hasReport ? `/business-office/validation/${run.runId}` : null}
        results={results}
        sorting={sorting}
        onSort={([by]) => narrow({ sort: by ? (`${by.desc ? '-' : ''}${by.id}` as ResultOrder) : null })}
        outcome={outcome}
        searched={search.trim() !== ''}
        total={
          search.trim() === '' && run.counts && !run.keptSince.unchangedResults
            ? outcome
              ? run.counts[outcome]
              : sum(run.counts)
            : null
        }
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

/** Whether the filter offers an outcome that no person has. */
const isOffered = (outcome: RunOutcome, isUndo: boolean): boolean =>
  isUndo
    ? ['updated', 'removed', 'held', 'failed'].includes(outcome)
    : !['held', 'removed'].includes(outcome);

function Rows({
  isUndo,
  report,
  results,
  sorting,
  onSort,
  outcome,
  searched,
  total,
}: {
  isUndo: boolean;
  /** The validation report's page; null for an undo, or when it is gone. */
  report: string | null;
  results: ReturnType<typeof useInfiniteQuery<{ data: StaffResult[] }>>;
  sorting: SortingState;
  onSort: (sorting: SortingState) => void;
  outcome: RunOutcome | null;
  searched: boolean;
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
        columns={columns(isUndo, report)}
        rows={rows}
        rowId={(result) => result.staffNumber}
        sorting={sorting}
        onSort={onSort}
        sortedByServer
        empty={
          <EmptyState
            icon={ListChecks}
            title={
              searched
                ? 'No matches'
                : outcome
                  ? TEXTS.nobodyWith(outcomeName(outcome, isUndo), isUndo)
                  : 'No results'
            }
          >
            {TEXTS.noResults(searched ? 'search' : outcome && 'outcome')}
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
