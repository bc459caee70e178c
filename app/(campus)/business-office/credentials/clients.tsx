'use client';

import { Pencil, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { calendarDate, DateTime } from '../../../../components/dates.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import type { Client } from '../../../../lib/credentials/schema.ts';
import { ClientState } from './client-state.tsx';
import { CREDENTIAL_TEXTS } from './texts.ts';

const ClientDialog = lazy(() => import('./client-dialog.tsx'));

/** The HR systems that can call the API; choosing a name shows its credentials above. */
export function Clients({
  clients,
  shown,
  onShow,
}: {
  clients: Client[];
  shown?: string;
  onShow: (id: string) => void;
}) {
  const [edited, setEdited] = useState<Client | 'new' | null>(null);
  const columns: Column<Client>[] = [
    {
      id: 'name',
      opens: true,
      header: 'Name',
      cell: (client) => (
        <button
          type="button"
          aria-current={client.id === shown ? 'true' : undefined}
          onClick={() => {
            onShow(client.id);
            scrollTo({ top: 0 });
          }}
          className="rounded text-left font-medium text-accent-ink hover:underline"
        >
          <bdi className="wrap-anywhere block min-w-24">{client.name}</bdi>
        </button>
      ),
    },
    {
      id: 'scopes',
      header: 'Scopes',
      cell: ({ scopes }) => <span className="font-mono text-xs">{scopes.join(' ')}</span>,
    },
    {
      id: 'used',
      header: 'Last Used',
      cell: ({ lastUsedAt }) => (lastUsedAt ? <DateTime at={lastUsedAt} time /> : 'Never'),
    },
    {
      id: 'expires',
      header: 'Last Day',
      cell: ({ expiresOn }) => (expiresOn ? calendarDate(expiresOn) : 'No end'),
    },
    { id: 'state', header: 'State', cell: ({ state }) => <ClientState state={state} /> },
    {
      id: 'edit',
      header: 'Actions',
      cell: (client) => (
        <Button size="small" onClick={() => setEdited(client)}>
          <Pencil aria-hidden className="size-3.5" />
          Edit<span className="sr-only"> {client.name}</span>
        </Button>
      ),
    },
  ];
  return (
    <Card aria-label="Clients">
      <CardHeader>
        <div>
          <CardTitle>Clients</CardTitle>
          <p className="text-muted text-xs">{CREDENTIAL_TEXTS.clients()}</p>
        </div>
        <Button size="small" onClick={() => setEdited('new')}>
          <Plus aria-hidden className="size-3.5" />
          New client
        </Button>
      </CardHeader>
      <DataTable caption="Clients" columns={columns} rows={clients} rowId={({ id }) => id} />
      {edited && (
        <Suspense>
          <ClientDialog
            client={edited === 'new' ? undefined : edited}
            onDone={(client) => {
              setEdited(null);
              if (edited === 'new') onShow(client.id);
            }}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      )}
    </Card>
  );
}
