'use client';

import { useState } from 'react';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { DateTime } from '../../../../components/dates.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import type { Client, Secret } from '../../../../lib/credentials/schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';
import { useClientCall } from './use-client-call.ts';

/** The secrets that work: the current one, and old ones during their overlap (CRED-6). */
export function Secrets({ client }: { client: Client }) {
  const call = useClientCall();
  const [revoked, setRevoked] = useState<string>();
  const revoke = ({ id: secretId }: Secret) => {
    setRevoked(secretId);
    call.mutate(
      {
        send: () =>
          adminCall('POST /credentials/{id}/secrets/{secretId}/revoke', {
            params: { id: client.id, secretId },
          }),
        done: CREDENTIAL_TEXTS.revoked(),
      },
      { onError: ({ message }) => toast('error', message) },
    );
  };
  const columns: Column<Secret>[] = [
    {
      id: 'secret',
      header: 'Secret',
      cell: ({ expiresAt }) =>
        expiresAt === null ? <Badge tone="good">Current</Badge> : <Badge tone="warn">Old</Badge>,
    },
    { id: 'created', header: 'Created', cell: ({ createdAt }) => <DateTime at={createdAt} time /> },
    {
      id: 'used',
      header: 'Last Used',
      cell: ({ lastUsedAt }) => (lastUsedAt ? <DateTime at={lastUsedAt} time /> : 'Never'),
    },
    {
      id: 'until',
      header: 'Works Until',
      cell: (secret) =>
        secret.expiresAt === null ? (
          'No end'
        ) : (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <DateTime at={secret.expiresAt} time />
            <Button
              size="small"
              busy={call.isPending && secret.id === revoked}
              disabled={call.isPending}
              onClick={() => revoke(secret)}
            >
              Revoke now
            </Button>
          </span>
        ),
    },
  ];
  return <DataTable caption="Secrets" columns={columns} rows={client.secrets} rowId={({ id }) => id} />;
}
