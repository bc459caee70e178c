'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { QueryError } from '../query/query-error.tsx';
import { Button } from '../ui/button.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Pager } from './pager.tsx';

/** What is asked for; each property is also in the URL. Null takes it out of there. */
interface Asked {
  search: string;
  page: number;
}
interface Page<T> {
  data: T[];
  more: boolean;
  total: number;
}

/** The contents of a card that lists things by page: a search box, a button that makes one more, the table and its pages. */
export function SearchedList<T>({
  query,
  asked,
  onAsk,
  size,
  noun,
  placeholder,
  onNew,
  children,
}: {
  query: UseQueryResult<Page<T>>;
  asked: Asked;
  onAsk: (asked: { [K in keyof Asked]?: Asked[K] | null }, options?: { history: 'push' }) => unknown;
  /** Rows of a page. */
  size: number;
  /** What is listed, in singular and plural. */
  noun: readonly [string, string];
  /** What is searched, in the box while it is empty. */
  placeholder: string;
  onNew: () => void;
  /** The table of these rows. */
  children: (rows: T[]) => ReactNode;
}) {
  const look = useCallback(
    (text: string) => {
      onAsk({ search: text.trim() === '' ? null : text, page: null });
    },
    [onAsk],
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 px-4 py-3 sm:px-5">
        <SearchBox
          label={`Search ${noun[1]}`}
          placeholder={placeholder}
          text={asked.search}
          onSearch={look}
        />
        <Button kind="primary" onClick={onNew}>
          <Plus aria-hidden className="size-4" />
          New {noun[0]}
        </Button>
      </div>
      {query.isError && !query.data && <QueryError query={query} />}
      {query.isPending && (
        <div aria-busy="true" className="flex flex-col gap-3 px-5 pb-5">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </div>
      )}
      {query.data && (
        <>
          {children(query.data.data)}
          <Pager
            page={asked.page}
            size={size}
            shown={query.data.data.length}
            more={query.data.more}
            total={query.data.total}
            noun={noun}
            onPage={(page) => onAsk({ page }, { history: 'push' })}
          />
        </>
      )}
    </>
  );
}
