'use client';

import { School } from 'lucide-react';
import { type Column, DataTable } from '../../components/data-table/data-table.tsx';
import { DateTime } from '../../components/dates.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import type { ListedDistrict } from '../../lib/operator/schema.ts';
import { count } from '../../lib/text/numbers.ts';
import type { Deed } from './deeds.tsx';
import { OPERATOR_PAGE_TEXTS } from './texts.ts';

const never = <span className="text-muted">Never</span>;

/** One page of districts. */
export function DistrictsTable({
  districts,
  searched,
  onDeed,
  onClear,
}: {
  districts: ListedDistrict[];
  searched: boolean;
  onDeed: (deed: Deed) => void;
  onClear: () => void;
}) {
  const columns: Column<ListedDistrict>[] = [
    {
      id: 'name',
      header: 'District',
      cell: ({ name, appName }) => (
        <span className="block min-w-32">
          <bdi className="wrap-anywhere font-medium">{name}</bdi>
          <bdi className="wrap-anywhere block text-muted text-xs">{appName}</bdi>
        </span>
      ),
    },
    { id: 'zone', header: 'Time Zone', cell: ({ timeZone }) => timeZone },
    {
      id: 'admins',
      header: 'Admins',
      cell: ({ admins }) => <span className="wrap-anywhere">{admins.join(', ') || 'None'}</span>,
    },
    {
      id: 'people',
      header: 'People',
      numeric: true,
      cell: ({ people, managedByHr }) => (
        <>
          {count(people)}
          <span className="block text-muted text-xs">{count(managedByHr)} of HR</span>
        </>
      ),
    },
    {
      id: 'commit',
      header: 'Last Synchronization',
      cell: ({ lastCommit }) => (lastCommit ? <DateTime at={lastCommit} time /> : never),
    },
    {
      id: 'call',
      header: 'Last Call',
      cell: ({ lastCall }) => (lastCall ? <DateTime at={lastCall} time /> : never),
    },
    { id: 'created', header: 'Created', cell: ({ createdAt }) => <DateTime at={createdAt} /> },
    {
      id: 'actions',
      header: 'Actions',
      cell: (district) => {
        const whose = <span className="sr-only"> of {district.name}</span>;
        return (
          <span className="flex min-w-40 flex-wrap gap-1.5">
            <Button size="small" onClick={() => onDeed({ kind: 'reset', district })}>
              Reset an administrator{whose}
            </Button>
            <Button size="small" onClick={() => onDeed({ kind: 'close', district })}>
              Export or close<span className="sr-only"> {district.name}</span>
            </Button>
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      caption="Districts"
      columns={columns}
      rows={districts}
      rowId={({ appName }) => appName}
      empty={
        <EmptyState icon={School} title={searched ? 'No matches' : 'There is no district yet'}>
          {searched ? OPERATOR_PAGE_TEXTS.noMatches() : OPERATOR_PAGE_TEXTS.none()}
          {searched && (
            <span className="mt-4 block">
              <Button onClick={onClear}>Clear search</Button>
            </span>
          )}
        </EmptyState>
      }
    />
  );
}
