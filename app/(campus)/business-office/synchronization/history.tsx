'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { History as HistoryIcon } from 'lucide-react';
import Link from 'next/link';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { ShowMore } from '../../../../components/data-table/show-more.tsx';
import { useSorting } from '../../../../components/data-table/use-sorting.ts';
import { DateTime } from '../../../../components/dates.tsx';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Badge, type Tone } from '../../../../components/ui/badge.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { PastRun } from '../../../../lib/sync/run/past-run.ts';
import type { SyncRun } from '../../../../lib/sync/schema.ts';
import { count } from '../../../../lib/text/numbers.ts';
import { runsQuery } from './queries.ts';
import { TEXTS } from './texts.ts';

const TONES: Partial<Record<PastRun['status'], Tone>> = { committed: 'good', cancelled: 'neutral' };
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const link = 'font-medium text-accent-ink hover:underline';

const COLUMNS: Column<PastRun>[] = [
  {
    id: 'startedAt',
    header: 'Started',
    sortBy: (run) => run.startedAt,
    cell: (run) => (
      <span className="whitespace-nowrap">
        <DateTime at={run.startedAt} time />
      </span>
    ),
  },
  {
    id: 'startedBy',
    header: 'By',
    sortBy: (run) => run.startedBy.toLowerCase(),
    cell: ({ startedBy, feedFile }) => (
      <>
        {startedBy}
        {feedFile && <span className="wrap-anywhere block text-muted text-xs">{feedFile}</span>}
      </>
    ),
  },
  {
    id: 'status',
    header: 'State',
    sortBy: (run) => run.status,
    cell: (run) => (
      <span className="flex flex-wrap gap-1">
        <Badge tone={TONES[run.status] ?? 'accent'}>{capital(run.status)}</Badge>
        {run.undoes && <Badge tone="neutral">Undo</Badge>}
        {run.undoneBy?.status === 'committed' && <Badge tone="warn">Undone</Badge>}
      </span>
    ),
  },
  {
    id: 'staff',
    header: 'Staff',
    numeric: true,
    sortBy: (run) => run.staffTransferred,
    cell: (run) => count(run.staffTransferred),
  },
  {
    id: 'created',
    header: 'Created',
    numeric: true,
    sortBy: (run) => run.counts?.created ?? -1,
    cell: (run) => (run.counts ? count(run.counts.created) : '–'),
  },
  {
    id: 'updated',
    header: 'Updated',
    numeric: true,
    sortBy: (run) => run.counts?.updated ?? -1,
    cell: (run) => (run.counts ? count(run.counts.updated) : '–'),
  },
  {
    id: 'failed',
    header: 'Failed',
    numeric: true,
    sortBy: (run) => run.counts?.failed ?? -1,
    cell: (run) =>
      run.counts ? (
        <span className={run.counts.failed > 0 ? 'font-medium text-bad-ink' : undefined}>
          {count(run.counts.failed)}
        </span>
      ) : (
        '–'
      ),
  },
  {
    id: 'links',
    opens: true,
    header: 'Read',
    cell: (run) => (
      <span className="flex gap-3 whitespace-nowrap">
        {run.hasReport && (
          <Link className={link} href={`/business-office/validation/${run.runId}`}>
            Report
          </Link>
        )}
        {run.counts && (
          <Link className={link} href={`/business-office/synchronization/${run.runId}`}>
            Results
          </Link>
        )}
        {!run.hasReport && !run.counts && <span className="text-muted">–</span>}
      </span>
    ),
  },
];

/** Every synchronization. The latest is shown as the page's overview has it, which is refetched more often. */
export default function History({ latest }: { latest: SyncRun | null }) {
  const runs = useInfiniteQuery(runsQuery);
  const [sorting, sort] = useSorting('-startedAt');
  return (
    <Card aria-labelledby="history">
      <CardHeader className="border-b-0">
        <CardTitle id="history">History</CardTitle>
      </CardHeader>
      <Runs runs={runs} latest={latest} table={{ sorting, onSort: sort }} />
    </Card>
  );
}

const asOf = (latest: SyncRun | null, run: PastRun): PastRun =>
  latest?.runId === run.runId
    ? { ...run, status: latest.status, staffTransferred: latest.staffTransferred }
    : run;

type Order = ReturnType<typeof useSorting>;

function Runs({
  runs,
  latest,
  table,
}: {
  runs: ReturnType<typeof useInfiniteQuery<{ data: PastRun[] }>>;
  latest: SyncRun | null;
  table: { sorting: Order[0]; onSort: Order[1] };
}) {
  if (runs.isError && !runs.data) return <QueryError query={runs} />;
  if (!runs.data) return <Skeleton className="mx-5 mb-5 h-24" />;
  const rows = runs.data.pages.flatMap((page) => page.data.map((run) => asOf(latest, run)));
  return (
    <>
      <DataTable
        caption="History of synchronizations"
        columns={COLUMNS}
        rows={rows}
        rowId={(run) => run.runId}
        {...table}
        empty={
          <EmptyState icon={HistoryIcon} title="No synchronization yet">
            {TEXTS.noHistory()}
          </EmptyState>
        }
      />
      {runs.hasNextPage && (
        <ShowMore shown={rows.length} busy={runs.isFetchingNextPage} onMore={() => runs.fetchNextPage()} />
      )}
    </>
  );
}
