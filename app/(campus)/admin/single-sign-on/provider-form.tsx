'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import type { SingleSignOn } from '../../../../lib/single-sign-on/schema.ts';
import { GroupFields } from './group-fields.tsx';
import { SIGN_ON_TEXTS } from './texts.ts';
import { editOf, type Typed, typedOf } from './typed.ts';
import { useSignOnCall } from './use-sign-on-call.ts';

const CLAIMS = { username: 'Username', name: 'Name', email: 'E-mail address', groups: 'Groups' } as const;

/** The identity provider, who may sign in by it, and with which rights. */
export function ProviderForm({ settings: { provider, redirectUri } }: { settings: SingleSignOn }) {
  const [typed, setTyped] = useState(() => typedOf(provider));
  const [changed, setChanged] = useState(false);
  const change = (part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...part }));
    setChanged(true);
  };
  const save = useSignOnCall(
    async (body: ReturnType<typeof editOf>) => {
      const saved = await adminCall('PUT /single-sign-on', { body });
      setTyped(typedOf(saved.provider));
      setChanged(false);
      return saved;
    },
    () => SIGN_ON_TEXTS.saved(),
  );
  const test = useMutation({
    mutationFn: () => adminCall('POST /single-sign-on/test'),
    onSuccess: ({ url }) => location.assign(url),
  });
  const errors = save.error?.errors ?? [];
  const errorAt = (name: string) =>
    errors.find(({ pointer }) => pointer === `/${name}` || pointer === `/connection/${name}`)?.message;
  const refused = save.error ?? test.error;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(editOf(typed));
  };
  return (
    <Card aria-label="Identity provider">
      <CardHeader>
        <CardTitle>Identity provider</CardTitle>
      </CardHeader>
      <form noValidate onSubmit={onSubmit} className="flex max-w-3xl flex-col gap-4 p-4 sm:p-5">
        <CopyField label="Redirect URI" value={redirectUri} help={SIGN_ON_TEXTS.registered()} />
        <Field
          label="Issuer"
          type="url"
          autoComplete="off"
          spellCheck={false}
          help={SIGN_ON_TEXTS.issuer()}
          error={errorAt('issuer')}
          value={typed.issuer}
          onChange={({ target }) => change({ issuer: target.value })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Client ID"
            autoComplete="off"
            spellCheck={false}
            error={errorAt('clientId')}
            value={typed.clientId}
            onChange={({ target }) => change({ clientId: target.value })}
          />
          <Field
            label="Client secret"
            type="password"
            // Neither the browser's own password of the user nor one to be kept.
            autoComplete="new-password"
            help={provider?.hasSecret ? SIGN_ON_TEXTS.secretKept() : SIGN_ON_TEXTS.secret()}
            error={errorAt('secret')}
            value={typed.secret}
            onChange={({ target }) => change({ secret: target.value })}
          />
        </div>
        <Field
          label="Scopes"
          autoComplete="off"
          spellCheck={false}
          help={SIGN_ON_TEXTS.scopes()}
          error={errorAt('scopes')}
          value={typed.scopes}
          onChange={({ target }) => change({ scopes: target.value })}
        />
        <fieldset>
          <legend className="font-medium">Claims</legend>
          <p className="mt-1 mb-3 text-muted text-xs">{SIGN_ON_TEXTS.claims()}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {(Object.keys(CLAIMS) as (keyof typeof CLAIMS)[]).map((key) => (
              <Field
                key={key}
                label={CLAIMS[key]}
                autoComplete="off"
                spellCheck={false}
                error={errorAt(`claims/${key}`)}
                value={typed.claims[key]}
                onChange={({ target }) => change({ claims: { ...typed.claims, [key]: target.value } })}
              />
            ))}
          </div>
        </fieldset>
        <GroupFields groups={typed.groups} onChange={(groups) => change({ groups })} errorAt={errorAt} />
        <Choice
          type="checkbox"
          label="Link existing users by their username"
          help={SIGN_ON_TEXTS.links()}
          checked={typed.linksByUsername}
          onChange={({ target }) => change({ linksByUsername: target.checked })}
        />
        {refused && (
          <Callout tone="bad" role="alert">
            {refused.message}
          </Callout>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" kind="primary" busy={save.isPending}>
            Save
          </Button>
          {provider && (
            <Button busy={test.isPending} disabled={changed} onClick={() => test.mutate()}>
              Test connection
            </Button>
          )}
          {provider && (
            <p className="min-w-0 flex-1 basis-64 text-muted text-xs">
              {changed ? SIGN_ON_TEXTS.unsaved() : SIGN_ON_TEXTS.test()}
            </p>
          )}
        </div>
      </form>
    </Card>
  );
}
