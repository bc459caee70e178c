'use client';

import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { calendarDate } from '../../../../components/dates.tsx';
import { Email } from '../../../../components/email.tsx';
import { PersonLink } from '../../../../components/person-link.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import type { PersonRow } from '../../../../lib/people/schema.ts';
import type { LikelyRecord } from '../../../../lib/report/check-campus-data/schema.ts';
import { CombineLink } from './combine-link.tsx';
import { CorrectNumber } from './correct-number.tsx';

const COLUMNS: readonly Column<PersonRow>[] = [
  {
    id: 'staffNumber',
    header: 'Staff Number',
    cell: ({ staffNumber }) =>
      staffNumber?.trim() ? (
        <bdi className="whitespace-pre-wrap break-all tabular-nums">{staffNumber}</bdi>
      ) : (
        <Badge tone="warn">No number</Badge>
      ),
  },
  {
    id: 'name',
    opens: true,
    header: 'Name',
    cell: (person) => <PersonLink person={person} />,
  },
  {
    id: 'birthDate',
    header: 'Birth Date',
    cell: ({ birthDate }) => (
      <span className="whitespace-nowrap tabular-nums">{birthDate ? calendarDate(birthDate) : '–'}</span>
    ),
  },
  {
    id: 'workEmail',
    header: 'Work Email',
    cell: ({ workEmail }) => (
      <span className="block max-w-44">{workEmail ? <Email address={workEmail} /> : '–'}</span>
    ),
  },
  {
    id: 'position',
    header: 'Position',
    cell: ({ position }) =>
      position ? (
        <span className="block min-w-32 max-w-60 break-words">
          <bdi>{position.title}</bdi>
          <bdi className="block text-muted text-xs">{position.school}</bdi>
        </span>
      ) : (
        <Badge tone="warn">Incomplete</Badge>
      ),
  },
];

/** People whose number needs correction, which is done in the row, next to HR's likely number for the person (CHK-2). */
export function CheckTable({
  caption,
  rows,
  likely,
  lacking,
  combines,
}: {
  caption: string;
  rows: PersonRow[];
  likely: readonly LikelyRecord[];
  /** Why the user can't correct a number; null if they can. */
  lacking: string | null;
  /** The people share numbers, and the user may combine people. */
  combines: boolean;
}) {
  const columns: Column<PersonRow>[] = [
    ...COLUMNS,
    {
      id: 'correct',
      header: 'New Staff Number',
      cell: (person) => (
        <>
          <CorrectNumber
            person={person}
            likely={likely.find(({ personId }) => personId === person.id)}
            lacking={lacking}
          />
          {combines && <CombineLink person={person} rows={rows} />}
        </>
      ),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
