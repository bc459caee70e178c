'use client';

import { ScrollText } from 'lucide-react';
import Link from 'next/link';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { DateTime } from '../../../../components/dates.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import type { AuditEvent } from '../../../../lib/audit/schema.ts';
import { AUDIT_TEXTS } from './texts.ts';

const COLUMNS: Column<AuditEvent>[] = [
  {
    id: 'occurredAt',
    header: 'Date',
    cell: ({ occurredAt }) => (
      <span className="whitespace-nowrap tabular-nums">
        <DateTime at={occurredAt} time />
      </span>
    ),
  },
  {
    id: 'actor',
    header: 'Who',
    cell: ({ actor, actorLogin, address }) => (
      <span className="block min-w-28">
        <bdi className="wrap-anywhere block">{actor}</bdi>
        <bdi className="wrap-anywhere block text-muted text-xs">
          {[actorLogin, address].filter(Boolean).join(' · ')}
        </bdi>
      </span>
    ),
  },
  { id: 'sentence', header: 'What Happened', cell: ({ sentence }) => <Sentence parts={sentence} /> },
  { id: 'detail', header: 'Details', cell: (event) => <Recorded event={event} /> },
];

/** One page of events. */
export const EventsTable = ({
  events,
  filtered,
  onClear,
}: {
  events: AuditEvent[];
  filtered: boolean;
  onClear: () => void;
}) => (
  <DataTable
    adjustable
    caption="Events"
    columns={COLUMNS}
    rows={events}
    rowId={({ id }) => id}
    empty={
      <EmptyState icon={ScrollText} title={filtered ? 'No matches' : 'No events yet'}>
        {filtered ? (
          <span className="mt-3 block">
            <Button onClick={onClear}>Clear filters</Button>
          </span>
        ) : (
          AUDIT_TEXTS.noEvents()
        )}
      </EmptyState>
    }
  />
);

/** A name of something that has a page leads there. */
const Sentence = ({ parts }: { parts: AuditEvent['sentence'] }) => (
  <span className="wrap-anywhere block min-w-48 max-w-2xl">
    {parts.map(({ text, href }, place) => {
      const key = `${place} ${text}`;
      return href ? (
        <Link key={key} href={href} prefetch={false} className="rounded text-accent-ink underline">
          <bdi>{text}</bdi>
        </Link>
      ) : (
        <bdi key={key}>{text}</bdi>
      );
    })}
  </span>
);

/** The event as it is stored, for who has to look something up by it. */
const Recorded = ({ event: { action, target, detail, requestId } }: { event: AuditEvent }) => (
  <details>
    <summary className="w-fit cursor-pointer whitespace-nowrap rounded text-muted text-xs">
      As recorded
    </summary>
    <pre className="wrap-anywhere mt-1 min-w-48 max-w-96 whitespace-pre-wrap rounded bg-sunken p-2 text-xs">
      {JSON.stringify(
        { action, target, ...(detail && { detail }), ...(requestId && { requestId }) },
        null,
        2,
      )}
    </pre>
  </details>
);
