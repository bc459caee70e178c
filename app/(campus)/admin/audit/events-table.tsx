'use client';

import { ScrollText } from 'lucide-react';
import Link from 'next/link';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { DateTime } from '../../../../components/dates.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import type { AuditEvent } from '../../../../lib/audit/schema.ts';
import { actionName } from './action-names.ts';
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
  {
    id: 'action',
    header: 'Action',
    cell: ({ action }) => <span className="whitespace-nowrap">{actionName(action)}</span>,
  },
  { id: 'target', opens: true, header: 'To What', cell: (event) => <Target event={event} /> },
  { id: 'detail', header: 'Details', cell: ({ detail }) => <Detail detail={detail} /> },
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

/** A person or a run as a link to its page. */
function Target({ event: { action, target, targetName } }: { event: AuditEvent }) {
  if (target === null) return <span className="text-subtle">–</span>;
  const link = (href: string, name: string) => (
    <Link href={href} prefetch={false} className="rounded text-accent-ink hover:underline">
      <bdi className="wrap-anywhere block min-w-28 max-w-60">{name}</bdi>
    </Link>
  );
  if (targetName !== null) return link(`/staff/${target}`, targetName);
  if (action.startsWith('sync.')) return link(`/business-office/synchronization/${target}`, 'Run');
  return <bdi className="wrap-anywhere block min-w-28 max-w-60">{target}</bdi>;
}

/** Further details, one per line. */
function Detail({ detail }: { detail: AuditEvent['detail'] }) {
  const details = Object.entries(detail ?? {}).filter(([, value]) => !isNothing(value));
  if (details.length === 0) return <span className="text-subtle">–</span>;
  return (
    <ul className="min-w-40 max-w-96">
      {details.map(([name, value]) => (
        <li key={name} className="wrap-anywhere">
          <span className="text-muted">{name}:</span> <bdi>{textOf(value)}</bdi>
        </li>
      ))}
    </ul>
  );
}

const isNothing = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

function textOf(value: unknown): string {
  if (value === true) return 'yes';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
