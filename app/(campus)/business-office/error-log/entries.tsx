'use client';

import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { Fragment, useState } from 'react';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { Pager } from '../../../../components/data-table/pager.tsx';
import { DateTime } from '../../../../components/dates.tsx';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { useAhead } from '../../../../components/query/use-ahead.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import type { ErrorRow, Narrowing } from '../../../../lib/error-log/schema.ts';
import { ChangeMatches } from './change-matches.tsx';
import { ChangeSelected } from './change-selected.tsx';
import { EntryState } from './entry-state.tsx';
import { errorCountQuery, errorsQuery } from './queries.ts';
import { Loading } from './rows-loading.tsx';
import { PAGE_SIZE } from './state.ts';
import { ERROR_LOG_TEXTS } from './texts.ts';

const columnsOf = (opened: string, onOpen: (id: string) => void): Column<ErrorRow>[] => [
  {
    id: 'occurredAt',
    header: 'Error Date',
    cell: ({ occurredAt }) => (
      <span className="block min-w-24 tabular-nums">
        <DateTime at={occurredAt} time />
        {occurredAt > opened && (
          <Badge tone="accent" className="mt-0.5">
            New
          </Badge>
        )}
      </span>
    ),
  },
  {
    id: 'action',
    header: 'Action',
    cell: ({ action }) => <span className="font-mono text-xs">{action}</span>,
  },
  {
    id: 'path',
    header: 'Path',
    cell: ({ path }) => (
      <bdi className="block min-w-28 max-w-72 break-all font-mono text-xs leading-5">{path}</bdi>
    ),
  },
  {
    id: 'message',
    header: 'Error Message',
    cell: (entry) => (
      <span className="block min-w-52 break-words">
        <Badge tone={entry.status >= 500 ? 'bad' : 'neutral'} className="mr-1.5">
          {entry.status}
        </Badge>
        <bdi>{entry.message}</bdi>
        <Facts entry={entry} />
      </span>
    ),
  },
  {
    id: 'state',
    header: 'State',
    cell: (entry) => <EntryState entry={entry} />,
  },
  {
    id: 'payload',
    opens: true,
    header: 'Payload',
    cell: ({ id, hasPayload }) => (
      <Button size="small" onClick={() => onOpen(id)}>
        {hasPayload ? 'View Payload' : 'View Details'}
      </Button>
    ),
  },
];

/** Who called, about whom, and by which id a vendor asks. In a line, because columns of their own would leave no room for the payload. */
function Facts({ entry: { client, staffNumber, requestId } }: { entry: ErrorRow }) {
  const facts = [
    ['Client', client],
    ['Staff number', staffNumber],
    ['Request', requestId],
  ].filter(([, value]) => value);
  return (
    <span className="block text-muted text-xs">
      {facts.map(([name, value], i) => (
        <Fragment key={name}>
          {i > 0 && ' · '}
          {name} <bdi className="break-all">{value}</bdi>
        </Fragment>
      ))}
    </span>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** Another page, and other filters, begin without a selection: nobody changes what is out of sight. */
function useSelected(place: string) {
  const [kept, keep] = useState({ place, ids: NONE });
  return [
    kept.place === place ? kept.ids : NONE,
    (ids: ReadonlySet<string>) => keep({ place, ids }),
  ] as const;
}

/** One page of entries, newest first. */
export function Entries({
  asked,
  page,
  onPage,
  onOpen,
  onClear,
}: {
  asked: Narrowing;
  page: number;
  onPage: (page: number) => void;
  onOpen: (id: string) => void;
  onClear: () => void;
}) {
  const [opened] = useState(() => new Date().toISOString());
  const errors = useQuery(errorsQuery(asked, page));
  const counted = useQuery({
    ...errorCountQuery(asked, errors.data?.data[0]?.id),
    // Nobody counts what is all on the page: a search by text would read the log a second time.
    enabled: errors.data !== undefined && !errors.isPlaceholderData && (page > 1 || errors.data.more),
  });
  const hasNext = errors.data?.more && !errors.isPlaceholderData;
  // A search by text reads the entries of every page before.
  useAhead(hasNext && asked.search.trim() === '' ? errorsQuery(asked, page + 1) : null);
  const [selected, select] = useSelected(JSON.stringify([asked, page]));
  const narrowed = Object.values(asked).some((value) => value !== undefined && value !== '');
  if (errors.isError && !errors.data) return <QueryError query={errors} />;
  if (!errors.data) return <Loading />;
  const { data, more } = errors.data;
  return (
    <div
      aria-busy={errors.isPlaceholderData}
      className={classNames('transition-opacity duration-100', errors.isPlaceholderData && 'opacity-60')}
    >
      {selected.size > 0 ? (
        <ChangeSelected ids={[...selected]} onDone={() => select(NONE)} />
      ) : (
        data.length > 0 && <ChangeMatches asked={asked} />
      )}
      <DataTable
        caption="Errors"
        columns={columnsOf(opened, onOpen)}
        rows={data}
        rowId={({ id }) => id}
        selection={
          data.length > 0
            ? {
                selected,
                onSelect: select,
                nameOf: ({ action, message }) => `${action}, ${message.slice(0, 60)}`,
              }
            : undefined
        }
        empty={
          <EmptyState icon={ShieldCheck} title={narrowed || page > 1 ? 'No matches' : 'No errors'}>
            {narrowed || page > 1 ? (
              <>
                {ERROR_LOG_TEXTS.noMatches()}
                <span className="mt-4 block">
                  <Button onClick={onClear}>Clear filters</Button>
                </span>
              </>
            ) : (
              ERROR_LOG_TEXTS.noErrors()
            )}
          </EmptyState>
        }
      />
      <Pager
        page={page}
        size={PAGE_SIZE}
        shown={data.length}
        more={more}
        total={counted.data?.total}
        noun={['error', 'errors']}
        onPage={onPage}
      />
    </div>
  );
}
