'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { useCallback, useMemo, useState } from 'react';
import { Pager } from '../../../components/data-table/pager.tsx';
import { adminHref } from '../../../components/query/admin-url.ts';
import { QueryError } from '../../../components/query/query-error.tsx';
import { useAhead } from '../../../components/query/use-ahead.ts';
import { buttonStyle } from '../../../components/ui/button.tsx';
import { Card } from '../../../components/ui/card.tsx';
import { SearchBox } from '../../../components/ui/search-box.tsx';
import { Skeleton } from '../../../components/ui/skeleton.tsx';
import { looksLikeSsn } from '../../../lib/people/read-search.ts';
import { askedFor, DIRECTORY, type DirectoryState, PAGE_SIZE } from './directory-state.ts';
import { Filters } from './filters.tsx';
import { staffCountQuery, staffQuery } from './queries.ts';
import { StaffTable } from './staff-table.tsx';
import { STAFF_TEXTS } from './texts.ts';

/** The Staff directory below its heading. */
export function Directory() {
  const [state, setState] = useQueryStates(DIRECTORY, { history: 'replace' });
  // A text that may be an SSN is searched for, but never put into the URL.
  const [unwritten, setUnwritten] = useState<string | null>(null);
  const search = unwritten ?? state.search;
  const asked = askedFor({ ...state, search });
  const staff = useQuery(staffQuery(asked));
  const counted = useQuery({
    ...staffCountQuery(asked),
    enabled: staff.data !== undefined && !staff.isPlaceholderData && (asked.page > 1 || staff.data.more),
  });
  useAhead(
    staff.data?.more && !staff.isPlaceholderData ? staffQuery({ ...asked, page: asked.page + 1 }) : null,
  );

  const look = useCallback(
    (text: string) => {
      const secret = looksLikeSsn(text);
      setUnwritten(secret ? text : null);
      setState({ search: secret || text.trim() === '' ? null : text, page: null });
    },
    [setState],
  );
  const change = (next: Partial<DirectoryState>) => setState({ page: null, ...next });
  const clear = () => {
    setUnwritten(null);
    setState(null);
  };
  const sorting = useMemo(
    () => [{ id: state.sort.replace('-', ''), desc: state.sort.startsWith('-') }],
    [state.sort],
  );

  return (
    <Card aria-label="Staff directory">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3 sm:px-5">
        <SearchBox
          label="Search staff"
          placeholder="Name, staff number, e-mail, birth date…"
          text={search}
          onSearch={look}
        />
        <Filters chosen={state.filter} onChoose={(filter) => change({ filter })} />
        {hidesIncomplete(state.filter) && (
          <p className="basis-full text-muted text-xs">{STAFF_TEXTS.incompleteHidden()}</p>
        )}
      </div>
      {staff.isError && !staff.data && <QueryError query={staff} />}
      {!staff.data && !staff.isError && <Loading />}
      {staff.data && (
        <>
          <StaffTable
            found={staff.data}
            stale={staff.isPlaceholderData}
            filtered={search !== '' || state.filter.length > 0}
            filters={state.filter}
            onClear={clear}
            sorting={sorting}
            onSort={([by]) =>
              change({ sort: by ? (`${by.desc ? '-' : ''}${by.id}` as DirectoryState['sort']) : 'name' })
            }
          />
          <Pager
            page={asked.page}
            size={PAGE_SIZE}
            shown={staff.data.data.length}
            more={staff.data.more}
            total={counted.data?.total}
            atLeast={counted.data?.more}
            noun={['staff', 'staff']}
            onPage={(page) => setState({ page }, { history: 'push' })}
          >
            {staff.data.data.length > 0 && <ExportLink state={state} unwritten={unwritten !== null} />}
          </Pager>
        </>
      )}
    </Card>
  );
}

/** Whether the filters for staff numbers leave out incomplete staff, who may need correction too (SRCH-1). */
const hidesIncomplete = (filters: DirectoryState['filter']): boolean =>
  !filters.includes('incomplete') && (filters.includes('noNumber') || filters.includes('duplicateNumber'));

/** Exports all pages of the table. Not offered for a text that may be an SSN, which must not get into a URL. */
const ExportLink = ({
  state: { search, filter, sort },
  unwritten,
}: {
  state: DirectoryState;
  unwritten: boolean;
}) =>
  unwritten ? null : (
    <a
      href={adminHref('GET /staff/export', { query: { search, filter: filter.join(','), sort } })}
      download="staff.csv"
      className={buttonStyle('secondary', 'small')}
    >
      <Download aria-hidden className="size-3.5" />
      Export to CSV
    </a>
  );

const Loading = () => (
  <div aria-busy="true" role="status" aria-label="Loading" className="flex flex-col gap-3 px-5 pb-5">
    {[0, 1, 2, 3, 4, 5].map((row) => (
      <Skeleton key={row} className="h-7" />
    ))}
  </div>
);
