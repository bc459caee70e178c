'use client';

import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table/data-table.tsx';
import { DateTime } from '../../components/dates.tsx';
import { QueryError } from '../../components/query/query-error.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import type { OperatorEvents } from '../../lib/operator/schema.ts';
import { eventsQuery } from './queries.ts';
import { ACTIONS, OPERATOR_PAGE_TEXTS } from './texts.ts';

type Event = OperatorEvents['data'][number];

const COLUMNS: Column<Event>[] = [
  { id: 'at', header: 'Date', cell: ({ occurredAt }) => <DateTime at={occurredAt} time /> },
  { id: 'by', header: 'Link of', cell: ({ madeBy }) => <bdi className="wrap-anywhere">{madeBy}</bdi> },
  { id: 'action', header: 'Action', cell: ({ action }) => ACTIONS[action] ?? action },
  {
    id: 'target',
    header: 'District',
    cell: ({ target }) => <bdi className="wrap-anywhere">{target ?? ''}</bdi>,
  },
  { id: 'from', header: 'Address', cell: ({ address }) => address ?? 'Command line' },
];

/** What operators did last. */
export function Events() {
  const query = useQuery(eventsQuery());
  return (
    <Card aria-labelledby="done">
      <CardHeader>
        <div>
          <CardTitle id="done">What operators did</CardTitle>
          <p className="text-muted text-xs">{OPERATOR_PAGE_TEXTS.done()}</p>
        </div>
      </CardHeader>
      {query.isError && !query.data && <QueryError query={query} />}
      {query.data && (
        <DataTable
          caption="What operators did"
          columns={COLUMNS}
          rows={query.data.data}
          rowId={({ id }) => String(id)}
        />
      )}
    </Card>
  );
}
