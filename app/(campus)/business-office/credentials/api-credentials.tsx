'use client';

import { KeyRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import type { Client } from '../../../../lib/credentials/schema.ts';
import { ClientSecret } from './client-secret.tsx';
import { ClientState } from './client-state.tsx';
import { Secrets } from './secrets.tsx';
import { CREDENTIAL_TEXTS } from './texts.ts';

const GenerateDialog = lazy(() => import('./generate-dialog.tsx'));

/** The credentials with which the HR system requests its tokens (CRED-1). */
export function ApiCredentials({ client, appName }: { client: Client; appName: string }) {
  const [generating, setGenerating] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <Card aria-label="API Credentials">
      <CardHeader>
        <div className="min-w-0">
          <CardTitle>API Credentials</CardTitle>
          <p className="flex flex-wrap items-center gap-2 text-muted text-xs">
            <bdi className="wrap-anywhere">{client.name}</bdi>
            <ClientState state={client.state} />
          </p>
        </div>
        <Button
          onClick={() => {
            setWanted(true);
            setGenerating(true);
          }}
        >
          <KeyRound aria-hidden className="size-4" />
          Generate New Secret
        </Button>
      </CardHeader>
      <div className="flex flex-col gap-5 p-4 sm:p-5">
        {client.state !== 'active' && (
          <Callout tone="warn">{CREDENTIAL_TEXTS.inactive(client.state)}</Callout>
        )}
        <CopyField label="Client ID" value={client.clientId} help={CREDENTIAL_TEXTS.clientId()} />
        {/* The key hides the previous secret, if it is shown, when a new one is generated. */}
        <ClientSecret key={client.secrets[0]?.id} clientId={client.id} />
      </div>
      <Secrets client={client} />
      {wanted && (
        <Suspense>
          <GenerateDialog
            open={generating}
            client={client}
            appName={appName}
            onClose={() => setGenerating(false)}
          />
        </Suspense>
      )}
    </Card>
  );
}
