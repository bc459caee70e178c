'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Pager } from '../../components/data-table/pager.tsx';
import { QueryError } from '../../components/query/query-error.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import { SearchBox } from '../../components/ui/search-box.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { PAGE_SIZE } from '../../lib/operator/page-size.ts';
import type { Deed } from './deeds.tsx';
import { DistrictsTable } from './districts-table.tsx';
import { districtsQuery } from './queries.ts';
import { DISTRICTS } from './state.ts';

const Deeds = lazy(() => import('./deeds.tsx'));

/** All districts, with what an operator can do for each. */
export function Districts() {
  const [asked, setState] = useQueryStates(DISTRICTS, { history: 'replace' });
  const query = useQuery(districtsQuery(asked));
  const [deed, setDeed] = useState<Deed | null>(null);
  const look = useCallback(
    (text: string) => {
      setState({ search: text.trim() === '' ? null : text, page: null });
    },
    [setState],
  );
  return (
    <Card aria-labelledby="districts">
      <CardHeader>
        <CardTitle id="districts">Districts</CardTitle>
      </CardHeader>
      <div className="flex flex-wrap items-center gap-3 px-4 py-3 sm:px-5">
        <SearchBox
          label="Search districts"
          placeholder="Name or appName"
          text={asked.search}
          onSearch={look}
        />
        <Button kind="primary" onClick={() => setDeed({ kind: 'new' })}>
          <Plus aria-hidden className="size-4" />
          New district
        </Button>
      </div>
      {query.isError && !query.data && <QueryError query={query} />}
      {query.isPending && <Skeleton className="mx-5 mb-5 h-20" />}
      {query.data && (
        <>
          <DistrictsTable
            districts={query.data.data}
            searched={asked.search !== ''}
            onDeed={setDeed}
            onClear={() => setState(null)}
          />
          <Pager
            page={asked.page}
            size={PAGE_SIZE}
            shown={query.data.data.length}
            more={query.data.more}
            total={query.data.total}
            noun={['district', 'districts']}
            onPage={(page) => setState({ page }, { history: 'push' })}
          />
        </>
      )}
      {deed && (
        <Suspense>
          <Deeds deed={deed} onClose={() => setDeed(null)} />
        </Suspense>
      )}
    </Card>
  );
}
