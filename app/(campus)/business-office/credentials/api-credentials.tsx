'use client';

import { KeyRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { CopyButton } from '../../../../components/ui/copy-button.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import { credentialsBlock } from '../../../../lib/credentials/credentials-block.ts';
import type { Client } from '../../../../lib/credentials/schema.ts';
import type { Information } from './api-information.tsx';
import { ClientSecret } from './client-secret.tsx';
import { ClientState } from './client-state.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { HandOver } from './hand-over.tsx';
import { LastCall } from './last-call.tsx';
import { Secrets } from './secrets.tsx';
import { CREDENTIAL_TEXTS } from './texts.ts';
import { useReveal } from './use-reveal.ts';

const GenerateDialog = lazy(() => import('./generate-dialog.tsx'));

/** The credentials with which the HR system requests its tokens (CRED-1). */
export function ApiCredentials({
  client,
  appName,
  information,
}: {
  client: Client;
  appName: string;
  information: Information;
}) {
  const revealed = useReveal(client);
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
            <LastCall client={client} />
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
        <ClientSecret {...revealed} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <CopyButton
            what="Credentials"
            label="Copy all"
            text={credentialsBlock({
              ...information,
              clientId: client.clientId,
              clientSecret: revealed.secret,
            })}
          />
          <p className="text-muted text-xs">{CREDENTIAL_TEXTS.copyAll(revealed.secret !== undefined)}</p>
        </div>
        <HandOver client={client} />
        <ConnectionTest client={client} />
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
