'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Pager } from '../../../../components/data-table/pager.tsx';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { SearchBox } from '../../../../components/ui/search-box.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { PAGE_SIZE } from '../../../../lib/users/schema.ts';
import { usersQuery } from './queries.ts';
import type { Deed } from './row-actions.tsx';
import { USERS } from './state.ts';
import { UsersTable } from './users-table.tsx';

const Deeds = lazy(() => import('./row-actions.tsx'));

/** The district's users, with the actions on each. */
export function Users() {
  const [asked, setState] = useQueryStates(USERS, { history: 'replace' });
  const query = useQuery(usersQuery(asked));
  const [deed, setDeed] = useState<Deed | null>(null);
  const look = useCallback(
    (text: string) => {
      setState({ search: text.trim() === '' ? null : text, page: null });
    },
    [setState],
  );
  return (
    <Card aria-label="Users">
      <div className="flex flex-wrap items-center gap-3 px-4 py-3 sm:px-5">
        <SearchBox label="Search users" placeholder="Name or username" text={asked.search} onSearch={look} />
        <Button kind="primary" onClick={() => setDeed({ kind: 'new' })}>
          <Plus aria-hidden className="size-4" />
          New user
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
          <UsersTable users={query.data.data} onDeed={setDeed} onClear={() => setState(null)} />
          <Pager
            page={asked.page}
            size={PAGE_SIZE}
            shown={query.data.data.length}
            more={query.data.more}
            total={query.data.total}
            noun={['user', 'users']}
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
