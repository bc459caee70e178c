'use client';

import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { ApiCredentials } from './api-credentials.tsx';
import { ApiInformation, type Information } from './api-information.tsx';
import { Clients } from './clients.tsx';
import { clientsQuery } from './queries.ts';

/** One client's credentials, where it calls, and the district's other clients. */
export function Credentials({ appName, information }: { appName: string; information: Information }) {
  const query = useQuery(clientsQuery());
  const [chosen, choose] = useQueryState('client', parseAsString.withOptions({ history: 'push' }));
  const clients = query.data?.data;
  const client = clients?.find(({ id }) => id === chosen) ?? clients?.[0];
  return (
    <div className="flex flex-col gap-6">
      {query.isError && !clients && (
        <Card>
          <QueryError query={query} />
        </Card>
      )}
      {query.isPending && <Skeleton className="h-72" />}
      {client && (
        <ApiCredentials key={client.id} client={client} appName={appName} information={information} />
      )}
      <ApiInformation {...information} />
      {clients && <Clients clients={clients} shown={client?.id} onShow={(id) => choose(id)} />}
    </div>
  );
}
