'use client';

import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { DateTime } from '../../../../components/dates.tsx';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import type { ErrorCause, Narrowing } from '../../../../lib/error-log/schema.ts';
import { count, counted } from '../../../../lib/text/numbers.ts';
import { causesQuery } from './queries.ts';
import { Loading } from './rows-loading.tsx';
import { ERROR_LOG_TEXTS } from './texts.ts';

const columnsOf = (onChoose: (cause: string | null) => void): Column<ErrorCause>[] => [
  { id: 'entries', header: 'Errors', numeric: true, cell: ({ entries }) => count(entries) },
  {
    id: 'cause',
    header: 'Cause',
    cell: ({ cause, status, message }) => (
      <span className="block min-w-64 break-words">
        <Badge tone={status >= 500 ? 'bad' : 'neutral'} className="mr-1.5">
          {status}
        </Badge>
        <bdi className="font-mono text-xs">{cause?.replace(/^\d+ /, '') ?? 'not recorded'}</bdi>
        <span className="block text-muted text-xs">
          Latest: <bdi>{message}</bdi>
        </span>
      </span>
    ),
  },
  {
    id: 'lastAt',
    header: 'Last Error',
    cell: ({ lastAt }) => (
      <span className="block min-w-24 tabular-nums">
        <DateTime at={lastAt} time />
      </span>
    ),
  },
  {
    id: 'show',
    opens: true,
    header: 'Entries',
    cell: ({ cause, entries }) => (
      <Button size="small" onClick={() => onChoose(cause)}>
        Show {counted(entries, 'error', 'errors')}
      </Button>
    ),
  },
];

/** The causes of the entries, the most frequent first; each links to its entries. */
export function Causes({
  asked: { cause: _, ...asked },
  onChoose,
}: {
  asked: Narrowing;
  onChoose: (cause: string | null) => void;
}) {
  const causes = useQuery(causesQuery(asked));
  if (causes.isError && !causes.data) return <QueryError query={causes} />;
  if (!causes.data) return <Loading />;
  return (
    <DataTable
      caption="Causes"
      columns={columnsOf(onChoose)}
      rows={causes.data.data}
      rowId={({ cause }) => cause ?? ''}
      empty={
        <EmptyState icon={ShieldCheck} title="No errors">
          {ERROR_LOG_TEXTS.noCauses()}
        </EmptyState>
      }
    />
  );
}
