'use client';

import { type FormEvent, useId } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import type { Client } from '../../../../lib/credentials/schema.ts';
import { useClientCall } from './use-client-call.ts';

const SCOPES: [scope: Client['scopes'][number], help: string][] = [
  ['staff.read', 'Read staff, schools and codes.'],
  ['staff.write', 'Create and change single staff members.'],
  ['staff.sync', 'Transfer, validate and commit the whole district.'],
];

/** Creates or edits a client. */
export default function ClientDialog({
  client,
  onDone,
  onClose,
}: {
  client?: Client;
  onDone: (client: Client) => void;
  onClose: () => void;
}) {
  const form = useId();
  const call = useClientCall(onDone);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (call.isPending) return;
    const data = new FormData(event.currentTarget);
    const body = {
      name: String(data.get('name') ?? ''),
      scopes: SCOPES.map(([scope]) => scope).filter((scope) => data.getAll('scopes').includes(scope)),
      expiresOn: String(data.get('expiresOn') ?? '') || null,
    };
    call.mutate(
      client
        ? {
            send: () =>
              adminCall('PUT /credentials/{id}', {
                params: { id: client.id },
                body: { ...body, disabled: data.has('disabled') },
              }),
            done: 'Saved.',
          }
        : {
            send: () => adminCall('POST /credentials', { body }),
            done: 'The client was created. Show its secret to hand it over.',
          },
    );
  };
  const errorAt = (field: string) =>
    call.error?.errors.find(({ pointer }) => pointer.split('/')[1] === field)?.message;
  return (
    <Dialog
      open
      onClose={onClose}
      title={client ? 'Edit client' : 'New client'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} kind="primary" busy={call.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={save} className="mt-3 flex flex-col gap-4">
        {call.error && (
          <Callout tone="bad" role="alert">
            {errorAt('scopes') ? 'Choose at least one scope.' : call.error.message}
          </Callout>
        )}
        <Field
          label="Name"
          name="name"
          required
          maxLength={50}
          autoComplete="off"
          defaultValue={client?.name}
          error={errorAt('name')}
          help="As shown under “Started By” and in the audit log, such as the HR system’s name."
        />
        <fieldset>
          <legend className="mb-1 font-medium">Scopes</legend>
          {SCOPES.map(([scope, help]) => (
            <Choice
              key={scope}
              type="checkbox"
              name="scopes"
              value={scope}
              defaultChecked={client ? client.scopes.includes(scope) : true}
              label={scope}
              help={help}
            />
          ))}
        </fieldset>
        <Field
          label="Last day"
          name="expiresOn"
          type="date"
          defaultValue={client?.expiresOn ?? ''}
          error={errorAt('expiresOn')}
          help="The client works through this day, in the district’s time zone. Leave it empty for no end."
        />
        {client && (
          <Choice
            type="checkbox"
            name="disabled"
            defaultChecked={client.state === 'disabled'}
            label="Disabled"
            help="The client gets no token and all its API calls fail until you enable it again."
          />
        )}
      </form>
    </Dialog>
  );
}
