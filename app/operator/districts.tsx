'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { lazy, Suspense, useState } from 'react';
import { SearchedList } from '../../components/data-table/searched-list.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import { PAGE_SIZE } from '../../lib/operator/page-size.ts';
import type { Deed } from './deeds.tsx';
import { DistrictsTable } from './districts-table.tsx';
import { districtsQuery } from './queries.ts';
import { DISTRICTS } from './state.ts';

const Deeds = lazy(() => import('./deeds.tsx'));

/** All districts, with what an operator can do for each. */
export function Districts() {
  const [asked, ask] = useQueryStates(DISTRICTS, { history: 'replace' });
  const query = useQuery(districtsQuery(asked));
  const [deed, setDeed] = useState<Deed | null>(null);
  return (
    <Card aria-labelledby="districts">
      <CardHeader>
        <CardTitle id="districts">Districts</CardTitle>
      </CardHeader>
      <SearchedList
        {...{ query, asked, onAsk: ask, size: PAGE_SIZE }}
        noun={['district', 'districts']}
        placeholder="Name or appName"
        onNew={() => setDeed({ kind: 'new' })}
      >
        {(districts) => (
          <DistrictsTable
            districts={districts}
            searched={asked.search !== ''}
            onDeed={setDeed}
            onClear={() => ask(null)}
          />
        )}
      </SearchedList>
      {deed && (
        <Suspense>
          <Deeds deed={deed} onClose={() => setDeed(null)} />
        </Suspense>
      )}
    </Card>
  );
}
