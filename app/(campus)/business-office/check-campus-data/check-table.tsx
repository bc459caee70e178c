'use client';

import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { calendarDate } from '../../../../components/dates.tsx';
import { PersonLink } from '../../../../components/person-link.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import type { PersonRow } from '../../../../lib/people/schema.ts';

const COLUMNS: Column<PersonRow>[] = [
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
    cell: ({ workEmail }) => <bdi className="block max-w-52 break-words">{workEmail ?? '–'}</bdi>,
  },
  {
    id: 'position',
    header: 'Position',
    cell: ({ position }) =>
      position ? (
        <span className="block min-w-40 max-w-60 break-words">
          <bdi>{position.title}</bdi>
          <bdi className="block text-muted text-xs">{position.school}</bdi>
        </span>
      ) : (
        <Badge tone="warn">Incomplete</Badge>
      ),
  },
];

/** People whose number needs correction; each name links to the page where it is done (CHK-2). */
export const CheckTable = ({ caption, rows }: { caption: string; rows: PersonRow[] }) => (
  <DataTable caption={caption} columns={COLUMNS} rows={rows} rowId={({ id }) => id} />
);
