'use client';

import { type FormEvent, useId } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { FormProblem } from '../../../../components/ui/form-problem.tsx';
import { SCOPES } from '../../../../lib/access/scopes.ts';
import type { Client } from '../../../../lib/credentials/schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';
import { useClientCall } from './use-client-call.ts';

/** The scopes are boxes, which show no error of their own. */
const NO_SCOPE = { message: CREDENTIAL_TEXTS.scopeNeeded(), errors: [] };

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
      scopes: SCOPES.filter((scope) => data.getAll('scopes').includes(scope)),
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
            done: CREDENTIAL_TEXTS.saved(),
          }
        : {
            send: () => adminCall('POST /credentials', { body }),
            done: CREDENTIAL_TEXTS.created(),
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
        <FormProblem error={errorAt('scopes') ? NO_SCOPE : call.error} fields={['name', 'expiresOn']} />
        <Field
          label="Name"
          name="name"
          required
          maxLength={50}
          autoComplete="off"
          defaultValue={client?.name}
          error={errorAt('name')}
          help={CREDENTIAL_TEXTS.name()}
        />
        <fieldset>
          <legend className="mb-1 font-medium">Scopes</legend>
          {SCOPES.map((scope) => (
            <Choice
              key={scope}
              type="checkbox"
              name="scopes"
              value={scope}
              defaultChecked={client ? client.scopes.includes(scope) : true}
              label={scope}
              help={CREDENTIAL_TEXTS.scopes[scope]}
            />
          ))}
        </fieldset>
        <Field
          label="Last day"
          name="expiresOn"
          type="date"
          defaultValue={client?.expiresOn ?? ''}
          error={errorAt('expiresOn')}
          help={CREDENTIAL_TEXTS.lastDay()}
        />
        {client && (
          <Choice
            type="checkbox"
            name="disabled"
            defaultChecked={client.state === 'disabled'}
            label="Disabled"
            help={CREDENTIAL_TEXTS.disable()}
          />
        )}
      </form>
    </Dialog>
  );
}
