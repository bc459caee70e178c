'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { Pager } from '../../../../components/data-table/pager.tsx';
import { adminHref } from '../../../../components/query/admin-url.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { useAhead } from '../../../../components/query/use-ahead.ts';
import { buttonStyle } from '../../../../components/ui/button.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import { SearchBox } from '../../../../components/ui/search-box.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { EventsTable } from './events-table.tsx';
import { Filters } from './filters.tsx';
import { auditQuery } from './queries.ts';
import { AUDIT, filtersOf, PAGE_SIZE } from './state.ts';

/** The log as filtered, page by page. */
export function AuditLog() {
  const [state, setState] = useQueryStates(AUDIT, { history: 'replace' });
  const { page } = state;
  const filters = filtersOf(state);
  const query = useQuery(auditQuery(filters, page));
  useAhead(query.data?.more && !query.isPlaceholderData ? auditQuery(filters, page + 1) : null);
  const look = useCallback(
    (text: string) => {
      setState({ search: text.trim() === '' ? null : text, page: null });
    },
    [setState],
  );
  const filtered = Object.values(filters).some(Boolean);
  return (
    <Card aria-label="Audit Log">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 px-4 py-3 sm:px-5">
        <SearchBox
          label="Search the audit log"
          placeholder="Words, names, reasons…"
          text={state.search}
          onSearch={look}
        />
        <Filters state={state} onChange={(next) => setState({ page: null, ...next })} />
      </div>
      {query.isError && !query.data && <QueryError query={query} />}
      {query.isPending && (
        <div aria-busy="true" className="flex flex-col gap-3 px-5 pb-5">
          <Skeleton className="h-7" />
          <Skeleton className="h-7" />
          <Skeleton className="h-7" />
        </div>
      )}
      {query.data && (
        <div
          aria-busy={query.isPlaceholderData}
          className={classNames('transition-opacity duration-100', query.isPlaceholderData && 'opacity-60')}
        >
          <EventsTable events={query.data.data} filtered={filtered} onClear={() => setState(null)} />
          <Pager
            page={page}
            size={PAGE_SIZE}
            shown={query.data.data.length}
            more={query.data.more}
            noun={['event', 'events']}
            onPage={(next) => setState({ page: next }, { history: 'push' })}
          >
            {query.data.data.length > 0 && (
              <a
                href={adminHref('GET /audit/export', { query: filters })}
                download="audit-log.csv"
                className={buttonStyle('secondary', 'small')}
              >
                <Download aria-hidden className="size-3.5" />
                Export to CSV
              </a>
            )}
          </Pager>
        </div>
      )}
    </Card>
  );
}
