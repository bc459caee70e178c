'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Download, RefreshCw } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { Pager } from '../../../../components/data-table/pager.tsx';
import { adminHref } from '../../../../components/query/admin-url.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Button, buttonStyle } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { type Check, PAGE_SIZE } from '../../../../lib/report/check-campus-data/schema.ts';
import { CheckTable } from './check-table.tsx';
import { checkQuery, likelyQuery } from './queries.ts';
import { PAGES_OF_LISTS } from './state.ts';
import { CHECK_TEXTS, leftToCorrect } from './texts.ts';

/** The lists of CHK-1 and CHK-2. `lacking` says why the user can't correct a number here; null if they can. */
export function Checks({ lacking, combines }: { lacking: string | null; combines: boolean }) {
  const [pages, setPages] = useQueryStates(PAGES_OF_LISTS, { history: 'push' });
  const list = (check: Check) => (
    <CheckList
      check={check}
      page={pages[check]}
      lacking={lacking}
      combines={combines && check === 'duplicate'}
      onPage={(page) => setPages({ [check]: page })}
    />
  );
  return (
    <div className="flex flex-col gap-6">
      {list('duplicate')}
      {list('missing')}
      {list('placeholder')}
    </div>
  );
}

const TITLES: Record<Check, string> = {
  duplicate: 'Duplicate staff numbers',
  missing: 'No staff number',
  placeholder: 'Staff numbers that are no numbers',
};

function CheckList({
  check,
  page,
  lacking,
  combines,
  onPage,
}: {
  check: Check;
  page: number;
  lacking: string | null;
  combines: boolean;
  onPage: (page: number) => void;
}) {
  const query = useQuery(checkQuery(check, page));
  const people = query.data?.data.map(({ id }) => id) ?? [];
  const likely = useQuery(likelyQuery(people));
  const { data, isFetching, isError } = query;
  return (
    <Card aria-label={TITLES[check]}>
      <CardHeader>
        <div>
          <CardTitle>{TITLES[check]}</CardTitle>
          {data && (
            <p role="status" className="text-muted text-xs">
              {leftToCorrect(check, data)}
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button size="small" busy={isFetching} onClick={() => query.refetch()}>
            <RefreshCw aria-hidden className="size-3.5" />
            Check again
          </Button>
          {data && data.people > 0 && (
            <a
              href={adminHref('GET /check-campus-data/export', { query: { list: check } })}
              download
              className={buttonStyle('secondary', 'small')}
            >
              <Download aria-hidden className="size-3.5" />
              Export to CSV
            </a>
          )}
        </div>
      </CardHeader>
      {isError && !data && <QueryError query={query} />}
      {!data && !isError && (
        <div aria-busy="true" className="flex flex-col gap-3 p-5">
          <Skeleton className="h-7" />
          <Skeleton className="h-7" />
        </div>
      )}
      {data && data.people === 0 && (
        <p className="flex items-center gap-2 px-4 py-5 text-muted sm:px-5">
          <CircleCheck aria-hidden className="size-4 text-good-ink" />
          {CHECK_TEXTS.nobody[check]}
        </p>
      )}
      {data && data.people > 0 && (
        <>
          <CheckTable
            caption={TITLES[check]}
            rows={data.data}
            likely={likely.data ?? []}
            lacking={lacking}
            combines={combines}
          />
          {(data.more || page > 1) && (
            <Pager
              page={page}
              size={PAGE_SIZE}
              shown={data.data.length}
              more={data.more}
              total={data.people}
              noun={['person', 'people']}
              onPage={onPage}
            />
          )}
        </>
      )}
    </Card>
  );
}
