'use client';

import type { useInfiniteQuery } from '@tanstack/react-query';
import type { SortingState } from '@tanstack/react-table';
import { ListChecks } from 'lucide-react';
import Link from 'next/link';
import { type Column, DataTable } from '../../../../../components/data-table/data-table.tsx';
import { ShowMore } from '../../../../../components/data-table/show-more.tsx';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { Badge } from '../../../../../components/ui/badge.tsx';
import { EmptyState } from '../../../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import { inLabels } from '../../../../../lib/record/in-labels.ts';
import { saidOnce } from '../../../../../lib/record/said-once.ts';
import type { StaffResult } from '../../../../../lib/sync/commit/results.ts';
import type { RunOutcome } from '../../../../../lib/sync/schema.ts';
import { TEXTS } from '../texts.ts';
import { OUTCOME_TONES, outcomeName } from './outcomes.ts';

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
        <Link
          href={`/staff/${personId}`}
          className="font-medium text-accent-ink hover:underline sm:block sm:min-w-36"
        >
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
          {saidOnce(errors).map((error) => (
            <li key={error.pointer + error.code}>
              <bdi>{inLabels(error.message)}</bdi>
              {error.hint && <bdi className="text-muted"> {inLabels(error.hint)}</bdi>}
            </li>
          ))}
          {warnings.map((warning) => (
            <li key={(warning.pointer ?? '') + warning.code + warning.message} className="text-muted">
              <bdi>{inLabels(warning.message)}</bdi>
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

/** One result per staff member, sorted by the server. */
export function ResultsTable({
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
