'use client';

import { useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import type { Client, Overlap } from '../../../../lib/credentials/schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';
import { useClientCall } from './use-client-call.ts';

const OVERLAPS: [overlap: Overlap, name: string][] = [
  ['none', 'Stops at once'],
  ['1h', '1 hour'],
  ['24h', '24 hours'],
  ['7d', '7 days'],
];

/** The guide's warning (CRED-5), and how long the old secret continues to work (CRED-6). */
export default function GenerateDialog({
  open,
  client,
  appName,
  onClose,
}: {
  open: boolean;
  client: Client;
  appName: string;
  onClose: () => void;
}) {
  const [overlap, setOverlap] = useState<Overlap>('none');
  const [typed, setTyped] = useState('');
  const close = () => {
    setOverlap('none');
    setTyped('');
    call.reset();
    onClose();
  };
  const call = useClientCall(close);
  const generate = () =>
    call.mutate({
      send: () =>
        adminCall('POST /credentials/{id}/secret', {
          params: { id: client.id },
          body: { overlap, appName: typed },
        }),
      done: CREDENTIAL_TEXTS.generated(),
    });
  const ready = typed.trim() === appName;
  return (
    <Dialog
      open={open}
      onClose={close}
      title="Generate New Secret"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="danger" busy={call.isPending} disabled={!ready} onClick={generate}>
            Generate
          </Button>
        </>
      }
    >
      <div className="mt-3 flex flex-col gap-4">
        <Callout tone="warn">{CREDENTIAL_TEXTS.willGenerate()}</Callout>
        {call.error && (
          <Callout tone="bad" role="alert">
            {call.error.message}
          </Callout>
        )}
        <fieldset>
          <legend className="mb-1 font-medium">
            The old secret of <bdi>{client.name}</bdi>
          </legend>
          {OVERLAPS.map(([value, label]) => (
            <Choice
              key={value}
              type="radio"
              name="overlap"
              value={value}
              checked={overlap === value}
              onChange={() => setOverlap(value)}
              label={label}
              help={CREDENTIAL_TEXTS.overlaps[value]}
            />
          ))}
        </fieldset>
        <Field
          label="appName"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && ready && !call.isPending && generate()}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          help={
            <>
              Type <code className="font-mono text-ink">{appName}</code> to confirm.
            </>
          }
        />
      </div>
    </Dialog>
  );
}
