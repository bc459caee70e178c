'use client';

import { useState } from 'react';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { ShowMore } from '../../../../components/data-table/show-more.tsx';
import { Badge, type Tone } from '../../../../components/ui/badge.tsx';
import { isUnusable, type Outcome } from '../../../../lib/people/number-list/outcomes.ts';
import type { ListLine } from '../../../../lib/people/number-list/schema.ts';
import { LIST_TEXTS } from './texts.ts';

/** So many lines are shown at first: hundreds of rows at once make a dialog slow. */
const SHOWN = 50;

const toneOf = (outcome: Outcome): Tone =>
  isUnusable(outcome) ? 'warn' : outcome === 'change' ? 'good' : 'neutral';

const COLUMNS: readonly Column<ListLine>[] = [
  { id: 'line', header: 'Line', numeric: true, cell: ({ line }) => line },
  {
    id: 'person',
    header: 'Person',
    cell: ({ person, text }) => (
      <bdi className="wrap-anywhere block min-w-32">
        {person ? person.name : text.replaceAll('\t', ' → ')}
      </bdi>
    ),
  },
  {
    id: 'staffNumber',
    header: 'Staff Number',
    cell: ({ person, staffNumber }) =>
      person === null ? (
        '–'
      ) : (
        <span className="tabular-nums sm:whitespace-nowrap">
          <bdi className="text-muted">{person.staffNumber?.trim() || 'No number'}</bdi>{' '}
          <span aria-hidden>→</span> <span className="sr-only">becomes</span>
          <bdi className="font-medium">{staffNumber}</bdi>
        </span>
      ),
  },
  {
    id: 'outcome',
    header: 'What Happens',
    cell: ({ outcome, message }) => (
      <span className="block min-w-40">
        <Badge tone={toneOf(outcome)}>{LIST_TEXTS.outcome(outcome)}</Badge>
        {message && <span className="mt-0.5 block text-muted text-xs">{message}</span>}
      </span>
    ),
  },
];

const place = ({ outcome }: ListLine): number => (isUnusable(outcome) ? 0 : outcome === 'change' ? 1 : 2);

/** What each line of a pasted list does; those that need a correction first. */
export function ListPreview({ lines }: { lines: readonly ListLine[] }) {
  const [most, setMost] = useState(SHOWN);
  const sorted = lines.toSorted((a, b) => place(a) - place(b) || a.line - b.line);
  const change = lines.filter(({ outcome }) => outcome === 'change').length;
  const unusable = lines.filter(({ outcome }) => isUnusable(outcome)).length;
  return (
    <div>
      <p role="status" className="mb-2 font-medium">
        {LIST_TEXTS.summary({ change, unusable, rest: lines.length - change - unusable })}
      </p>
      <div className="-mx-5 border-line border-y">
        <DataTable
          caption="What each line does"
          columns={COLUMNS}
          rows={sorted.slice(0, most)}
          rowId={({ line }) => String(line)}
        />
        {lines.length > most && (
          <ShowMore shown={most} total={lines.length} busy={false} onMore={() => setMost(most + 500)} />
        )}
      </div>
    </div>
  );
}
