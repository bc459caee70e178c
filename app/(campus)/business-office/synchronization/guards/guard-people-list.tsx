'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { type Column, DataTable } from '../../../../../components/data-table/data-table.tsx';
import { Pager } from '../../../../../components/data-table/pager.tsx';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { CardLines } from '../../../../../components/report/old-new.tsx';
import { Button } from '../../../../../components/ui/button.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import { inLabels } from '../../../../../lib/record/in-labels.ts';
import { type GuardOfPeople, PEOPLE_PAGE } from '../../../../../lib/sync/guards/limits.ts';
import type { GuardPeople } from '../../../../../lib/sync/guards/schema.ts';
import { ExcludeDialog } from './exclude-dialog.tsx';
import { guardPeopleQuery } from './queries.ts';
import { PEOPLE_STATE } from './state.ts';

type Row = GuardPeople['data'][number];

/** The people a limit counts, with what the commit would change. */
export function GuardPeopleList({ limit }: { limit: GuardOfPeople }) {
  const [state, setState] = useQueryStates(PEOPLE_STATE, { history: 'push' });
  const page = state.page;
  const people = useQuery(guardPeopleQuery(limit, page));
  const [holding, setHolding] = useState<string | null>(null);
  if (people.isError && !people.data) return <QueryError query={people} />;
  if (!people.data) return <Skeleton className="mx-5 mb-5 h-20" />;
  const { data, more } = people.data;
  const columns: Column<Row>[] = [
    {
      id: 'staffNumber',
      header: 'Staff Number',
      cell: (row) => <bdi className="tabular-nums">{row.staffNumber}</bdi>,
    },
    {
      id: 'name',
      opens: true,
      header: 'Name',
      cell: ({ personId, name }) =>
        personId ? (
          <Link href={`/staff/${personId}`} className="font-medium text-accent-ink hover:underline">
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        ),
    },
    {
      id: 'changes',
      header: 'Before and After',
      cell: ({ changes }) =>
        changes.length > 0 ? <CardLines lines={changes} /> : <span className="text-subtle">–</span>,
    },
    { id: 'why', header: 'Why', cell: ({ why }) => <span className="block min-w-56">{inLabels(why)}</span> },
    {
      id: 'excludePerson',
      header: 'One person',
      cell: ({ staffNumber }) => (
        <Button size="small" aria-label={`Exclude ${staffNumber}`} onClick={() => setHolding(staffNumber)}>
          Exclude
        </Button>
      ),
    },
  ];
  return (
    <div className="border-line border-t">
      <DataTable
        caption="People counted for the limit"
        columns={columns}
        rows={data}
        rowId={({ id }) => id}
      />
      {(more || page > 1) && (
        <Pager
          page={page}
          size={PEOPLE_PAGE}
          shown={data.length}
          more={more}
          noun={['entry', 'entries']}
          onPage={(next) => setState({ page: next })}
        />
      )}
      <ExcludeDialog staffNumber={holding} onClose={() => setHolding(null)} />
    </div>
  );
}
