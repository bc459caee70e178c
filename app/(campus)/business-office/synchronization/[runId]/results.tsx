'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { DateTime } from '../../../../../components/dates.tsx';
import { adminHref } from '../../../../../components/query/admin-url.ts';
import { buttonStyle } from '../../../../../components/ui/button.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import { SearchBox } from '../../../../../components/ui/search-box.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import type { ResultOrder } from '../../../../../lib/sync/commit/result-orders.ts';
import type { PastRun } from '../../../../../lib/sync/run/past-run.ts';
import { resultsQuery, runQuery } from '../queries.ts';
import { OutcomeFilter, peopleIn } from './outcome-filter.tsx';
import { RESULTS } from './outcomes.ts';
import { ResultsTable } from './results-table.tsx';
import { RunNotes } from './run-notes.tsx';

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
        <OutcomeFilter run={run} outcome={outcome} onChoose={(next) => narrow({ outcome: next })} />
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
      <ResultsTable
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
              : peopleIn(run.counts)
            : null
        }
      />
    </Card>
  );
}
