'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DateTime } from '../../../components/dates.tsx';
import { adminCall } from '../../../components/query/admin-call.ts';
import { QueryError } from '../../../components/query/query-error.tsx';
import { Badge } from '../../../components/ui/badge.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../components/ui/card.tsx';
import { toast } from '../../../components/ui/toast.ts';
import type { OwnSession } from '../../../lib/account/schema.ts';
import { ownSessionsQuery } from './queries.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

/** Where the user is signed in; each place but this one can be signed out. */
export function Sessions() {
  const cache = useQueryClient();
  const query = useQuery(ownSessionsQuery());
  const settled = {
    gcTime: 0,
    onSuccess: () => toast('success', ACCOUNT_TEXTS.sessionEnded()),
    onError: (error: Error) => toast('error', error.message),
    onSettled: () => cache.invalidateQueries(ownSessionsQuery()),
  };
  const end = useMutation({
    mutationFn: (id: string) => adminCall('POST /account/sessions/{id}/end', { params: { id } }),
    ...settled,
  });
  const endOthers = useMutation({
    mutationFn: () => adminCall('POST /account/sessions/end-others'),
    ...settled,
  });
  const sessions = query.data?.data ?? [];
  return (
    <Card aria-label="Where you are signed in" className="mt-6">
      <CardHeader>
        <CardTitle>Where you are signed in</CardTitle>
        {sessions.length > 1 && (
          <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            End all others
          </Button>
        )}
      </CardHeader>
      {query.isError && !query.data && <QueryError query={query} />}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 p-4 sm:px-5">
            <Place {...session} />
            {!session.current && (
              <Button
                aria-label={`End the session of ${placeName(session)}`}
                busy={end.isPending && end.variables === session.id}
                onClick={() => end.mutate(session.id)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const placeName = ({ browser, address }: OwnSession): string =>
  `${browser ?? 'an unknown browser'}${address ? `, ${address}` : ''}`;

const Place = ({ browser, address, signedInAt, lastUsedAt, current }: OwnSession) => (
  <div className="min-w-0">
    <p className="flex flex-wrap items-center gap-2 font-medium">
      {browser ?? 'Unknown browser'} {current && <Badge tone="good">This browser</Badge>}
    </p>
    <p className="text-muted text-sm">
      {address && <span className="break-all">{address}, </span>}
      signed in <DateTime at={signedInAt} time />, last used <DateTime at={lastUsedAt} time />
    </p>
  </div>
);
