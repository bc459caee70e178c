'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import Link from 'next/link';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { type Column, DataTable } from '../../../../../../components/data-table/data-table.tsx';
import { ShowMore } from '../../../../../../components/data-table/show-more.tsx';
import { QueryError } from '../../../../../../components/query/query-error.tsx';
import { Badge } from '../../../../../../components/ui/badge.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../../components/ui/card.tsx';
import { EmptyState } from '../../../../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../../../../components/ui/skeleton.tsx';
import { inLabels } from '../../../../../../lib/record/in-labels.ts';
import type { UndoPerson } from '../../../../../../lib/sync/undo/schema.ts';
import { count } from '../../../../../../lib/text/numbers.ts';
import { undoPeopleQuery } from '../../queries.ts';
import { TEXTS } from '../../texts.ts';
import { OUTCOME_TONES, outcomeName } from '../outcomes.ts';

const COLUMNS: Column<UndoPerson>[] = [
  {
    id: 'staffNumber',
    header: 'Staff Number',
    cell: ({ staffNumber }) => <bdi className="break-all font-medium">{staffNumber}</bdi>,
  },
  {
    id: 'name',
    opens: true,
    header: 'Name',
    cell: ({ personId, name, outcome }) =>
      outcome === 'created' ? (
        <bdi>{name}</bdi>
      ) : (
        <Link href={`/staff/${personId}`} className="font-medium text-accent-ink hover:underline">
          <bdi>{name}</bdi>
        </Link>
      ),
  },
  {
    id: 'outcome',
    header: 'After undo',
    cell: ({ outcome }) => <Badge tone={OUTCOME_TONES[outcome]}>{outcomeName(outcome, true)}</Badge>,
  },
  { id: 'rows', header: 'Records', numeric: true, cell: ({ rows }) => count(rows) },
  {
    id: 'kept',
    header: 'What is kept, and why',
    cell: ({ kept }) =>
      kept.length === 0 ? (
        <span className="text-subtle">–</span>
      ) : (
        <ul className="flex min-w-64 flex-col gap-1">
          {kept.map((reason) => (
            <li key={reason}>
              <bdi>{inLabels(reason)}</bdi>
            </li>
          ))}
        </ul>
      ),
  },
];

/** What the undo would change for each person, judged by the data of this moment. */
export function UndoPeople({
  runId,
  people,
  editedSince,
}: {
  runId: string;
  people: number;
  editedSince: number;
}) {
  const [edited, setEdited] = useQueryState('edited', parseAsBoolean.withDefault(false));
  const list = useInfiniteQuery(undoPeopleQuery(runId, edited));
  const rows = list.data?.pages.flatMap((page) => page.data);
  return (
    <Card aria-labelledby="people">
      <CardHeader>
        <CardTitle id="people">Person by person</CardTitle>
        <label className="flex items-center gap-2 text-muted">
          <input
            type="checkbox"
            checked={edited}
            onChange={(event) => setEdited(event.target.checked || null)}
          />
          Only people edited since
        </label>
      </CardHeader>
      {list.isError && !rows && <QueryError query={list} />}
      {!rows && !list.isError && <Skeleton className="m-5 h-40" />}
      {rows && (
        <DataTable
          adjustable
          caption="What the undo would do, person by person"
          columns={COLUMNS}
          rows={rows}
          rowId={({ personId }) => personId}
          empty={
            <EmptyState icon={ListChecks} title="Nobody was edited since">
              {TEXTS.restoresAll()}
            </EmptyState>
          }
        />
      )}
      {rows && list.hasNextPage && (
        <ShowMore
          shown={rows.length}
          total={edited ? editedSince : people}
          busy={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
        />
      )}
    </Card>
  );
}
