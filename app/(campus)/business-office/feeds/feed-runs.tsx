'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import Link from 'next/link';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { ShowMore } from '../../../../components/data-table/show-more.tsx';
import { DateTime } from '../../../../components/dates.tsx';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { Feed, FeedRun } from '../../../../lib/feeds/schema.ts';
import { count } from '../../../../lib/text/numbers.ts';
import { formatBytes } from '../synchronization/upload/format-bytes.ts';
import { Outcome } from './outcome.tsx';
import { feedRunsQuery } from './queries.ts';
import { FEED_TEXTS } from './texts.ts';

const HASH_CHARS = 12;
const link = 'font-medium text-accent-ink hover:underline';

const COLUMNS: Column<FeedRun>[] = [
  {
    id: 'at',
    header: 'Started',
    cell: ({ requestedAt, trigger, requestedBy }) => (
      <span className="whitespace-nowrap">
        <DateTime at={requestedAt} time />
        {trigger !== 'schedule' && <span className="block text-muted text-xs">{requestedBy}</span>}
      </span>
    ),
  },
  {
    id: 'file',
    header: 'File',
    cell: ({ fileName, sha256 }) =>
      fileName === null ? (
        '–'
      ) : (
        <span className="wrap-anywhere">
          {fileName}
          {sha256 && (
            <span className="block font-mono text-muted text-xs" title={`SHA-256: ${sha256}`}>
              {sha256.slice(0, HASH_CHARS)}
            </span>
          )}
        </span>
      ),
  },
  {
    id: 'size',
    header: 'Size',
    numeric: true,
    cell: ({ bytes }) => (bytes === null ? '–' : formatBytes(bytes)),
  },
  { id: 'rows', header: 'Rows', numeric: true, cell: ({ rows }) => (rows === null ? '–' : count(rows)) },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: (run) => (
      <>
        <Outcome run={run} />
        {run.reason && <span className="wrap-anywhere mt-1 block min-w-48 text-xs">{run.reason}</span>}
      </>
    ),
  },
  {
    id: 'links',
    header: 'Read',
    cell: ({ runId, hasReport }) =>
      runId && hasReport ? (
        <Link className={link} href={`/business-office/validation/${runId}`}>
          Report
        </Link>
      ) : runId ? (
        <Link className={link} href="/business-office/synchronization">
          Synchronization
        </Link>
      ) : (
        <span className="text-muted">–</span>
      ),
  },
];

/** The runs of a feed, the latest first. */
export function FeedRuns({ feed: { id, name, lastRun } }: { feed: Feed }) {
  const query = useInfiniteQuery(feedRunsQuery(id, lastRun ? `${lastRun.id} ${lastRun.status}` : ''));
  if (query.isError && !query.data) return <QueryError query={query} />;
  if (!query.data) return <Skeleton className="mx-5 mb-5 h-24" />;
  const rows = query.data.pages.flatMap(({ data }) => data);
  return (
    <div className="border-line border-t">
      <DataTable
        caption={`Runs of ${name}`}
        columns={COLUMNS}
        rows={rows}
        rowId={(run) => run.id}
        empty={
          <EmptyState icon={History} title="No runs yet">
            {FEED_TEXTS.noRuns()}
          </EmptyState>
        }
      />
      {query.hasNextPage && (
        <ShowMore shown={rows.length} busy={query.isFetchingNextPage} onMore={() => query.fetchNextPage()} />
      )}
    </div>
  );
}
