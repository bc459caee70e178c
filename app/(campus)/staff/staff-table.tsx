'use client';

import type { SortingState } from '@tanstack/react-table';
import { Lock, UserSearch } from 'lucide-react';
import { type Column, DataTable } from '../../../components/data-table/data-table.tsx';
import { calendarDate } from '../../../components/dates.tsx';
import { Email } from '../../../components/email.tsx';
import { PersonLink } from '../../../components/person-link.tsx';
import { Badge } from '../../../components/ui/badge.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { classNames } from '../../../components/ui/class-names.ts';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import type { StaffFilter } from '../../../lib/people/filters.ts';
import type { PeopleFound, PersonRow } from '../../../lib/people/schema.ts';
import { STAFF_TEXTS } from './texts.ts';

const byServer = () => null;

const COLUMNS: Column<PersonRow>[] = [
  {
    id: 'name',
    opens: true,
    header: 'Name',
    sortBy: byServer,
    cell: (person) => <PersonLink person={person} />,
  },
  {
    id: 'staffNumber',
    header: 'Staff Number',
    sortBy: byServer,
    cell: ({ staffNumber, duplicateNumber }) => (
      <span className="flex flex-wrap items-center gap-1.5">
        {staffNumber?.trim() ? (
          <bdi className="break-all tabular-nums">{staffNumber}</bdi>
        ) : (
          <Badge tone="warn">No number</Badge>
        )}
        {duplicateNumber && <Badge tone="warn">Duplicate</Badge>}
      </span>
    ),
  },
  {
    id: 'position',
    header: 'Position',
    cell: ({ position }) =>
      position ? (
        <span className="block min-w-40 max-w-60 break-words">
          <bdi>{position.title}</bdi>
          <span className="block text-muted text-xs">
            <bdi>{position.school}</bdi>
            {position.more > 0 && ` and ${position.more} more`}
          </span>
        </span>
      ) : (
        <Badge tone="warn">Incomplete</Badge>
      ),
  },
  {
    id: 'contact',
    header: 'Work Email and Phone',
    cell: ({ workEmail, workPhone }) => (
      <span className="block max-w-44 break-words">
        {workEmail && <Email address={workEmail} />}
        <bdi className="block text-muted text-xs">{workPhone}</bdi>
        {!workEmail && !workPhone && <span className="text-subtle">–</span>}
      </span>
    ),
  },
  {
    id: 'birthDate',
    header: 'Birth Date',
    sortBy: byServer,
    cell: ({ birthDate }) => (
      <span className="whitespace-nowrap tabular-nums">{birthDate ? calendarDate(birthDate) : '–'}</span>
    ),
  },
  {
    id: 'managed',
    header: 'Managed By',
    cell: ({ hrManaged }) =>
      hrManaged ? (
        <Badge>
          <Lock aria-hidden className="size-3" />
          HR
        </Badge>
      ) : (
        <span className="text-muted">Campus</span>
      ),
  },
];

/** One page of staff. */
export const StaffTable = ({
  found,
  stale,
  filtered,
  filters,
  onClear,
  sorting,
  onSort,
}: {
  found: PeopleFound;
  /** Whether this is the previous page, shown until the next one has loaded. */
  stale: boolean;
  filtered: boolean;
  filters: readonly StaffFilter[];
  onClear: () => void;
  sorting: SortingState;
  onSort: (sorting: SortingState) => void;
}) => (
  <div aria-busy={stale} className={classNames('transition-opacity duration-100', stale && 'opacity-60')}>
    <DataTable
      adjustable
      caption="Staff"
      columns={COLUMNS}
      rows={found.data}
      rowId={(person) => person.id}
      sorting={sorting}
      onSort={onSort}
      sortedByServer
      empty={
        <EmptyState icon={UserSearch} title={filtered ? 'No matches' : 'No staff yet'}>
          {filtered ? (
            <>
              {STAFF_TEXTS.noMatches(filters.includes('incomplete'))}
              <span className="mt-4 block">
                <Button onClick={onClear}>Clear search and filters</Button>
              </span>
            </>
          ) : (
            STAFF_TEXTS.noStaff()
          )}
        </EmptyState>
      }
    />
  </div>
);
