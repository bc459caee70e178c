'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { lazy, Suspense, useState } from 'react';
import { SearchedList } from '../../../../components/data-table/searched-list.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { PAGE_SIZE } from '../../../../lib/users/schema.ts';
import { usersQuery } from './queries.ts';
import type { Deed } from './row-actions.tsx';
import { USERS } from './state.ts';
import { UsersTable } from './users-table.tsx';

const Deeds = lazy(() => import('./row-actions.tsx'));

/** The district's users, with the actions on each. */
export function Users() {
  const [asked, ask] = useQueryStates(USERS, { history: 'replace' });
  const query = useQuery(usersQuery(asked));
  const [deed, setDeed] = useState<Deed | null>(null);
  return (
    <Card aria-label="Users">
      <SearchedList
        {...{ query, asked, onAsk: ask, size: PAGE_SIZE }}
        noun={['user', 'users']}
        placeholder="Name or username"
        onNew={() => setDeed({ kind: 'new' })}
      >
        {(users) => <UsersTable users={users} onDeed={setDeed} onClear={() => ask(null)} />}
      </SearchedList>
      {deed && (
        <Suspense>
          <Deeds deed={deed} onClose={() => setDeed(null)} />
        </Suspense>
      )}
    </Card>
  );
}
