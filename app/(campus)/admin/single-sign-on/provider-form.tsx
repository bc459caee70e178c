'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { FormProblem } from '../../../../components/ui/form-problem.tsx';
import type { ProviderEdit, SingleSignOn } from '../../../../lib/single-sign-on/schema.ts';
import { ClaimFields } from './claim-fields.tsx';
import { GroupFields } from './group-fields.tsx';
import { OidcFields } from './oidc-fields.tsx';
import { ProtocolChoice } from './protocol-choice.tsx';
import { SamlFields } from './saml-fields.tsx';
import { SIGN_ON_TEXTS } from './texts.ts';
import { areUsual, editOf, fieldsOf, type Protocol, type Typed, typedOf, usualClaims } from './typed.ts';
import { useSignOnCall } from './use-sign-on-call.ts';

const UNREAD = { message: SIGN_ON_TEXTS.unread(), errors: [] };

/** The identity provider, who may sign in by it, and with which rights. */
export function ProviderForm({ settings: { provider, redirectUri, entityId } }: { settings: SingleSignOn }) {
  const [typed, setTyped] = useState(() => typedOf(provider));
  const [changed, setChanged] = useState(false);
  const change = (part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...part }));
    setChanged(true);
  };
  const save = useSignOnCall(
    async (body: ProviderEdit) => {
      const saved = await adminCall('PUT /single-sign-on', { body });
      setTyped(typedOf(saved.provider));
      setChanged(false);
      return saved;
    },
    () => SIGN_ON_TEXTS.saved(),
  );
  // What providers call things goes with the protocol, unless it was typed.
  const choose = (protocol: Protocol) => {
    const isUsual = areUsual(typed);
    change({ protocol, ...(isUsual && { claims: usualClaims(protocol) }) });
  };
  const test = useMutation({
    mutationFn: () => adminCall('POST /single-sign-on/test'),
    onSuccess: ({ url }) => location.assign(url),
  });
  const [unread, setUnread] = useState(false);
  const errors = save.error?.errors ?? [];
  const errorAt = (name: string) =>
    errors.find(({ pointer }) => pointer === `/${name}` || pointer === `/connection/${name}`)?.message;
  const refused = save.error ?? test.error;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const body = editOf(typed);
    setUnread(!body);
    if (body && !save.isPending) save.mutate(body);
  };
  return (
    <Card aria-label="Identity provider">
      <CardHeader>
        <CardTitle>Identity provider</CardTitle>
      </CardHeader>
      <form noValidate onSubmit={onSubmit} className="flex max-w-3xl flex-col gap-4 p-4 sm:p-5">
        <ProtocolChoice protocol={typed.protocol} onChoose={choose} />
        {typed.protocol === 'oidc' ? (
          <OidcFields {...{ typed, change, errorAt, redirectUri }} hasSecret={provider?.hasSecret ?? false} />
        ) : (
          <SamlFields {...{ typed, change, errorAt, entityId }} acsUrl={redirectUri} />
        )}
        <ClaimFields {...{ typed, change, errorAt }} />
        <GroupFields groups={typed.groups} onChange={(groups) => change({ groups })} errorAt={errorAt} />
        <Choice
          type="checkbox"
          label="Link existing users by their username"
          help={SIGN_ON_TEXTS.links()}
          checked={typed.linksByUsername}
          onChange={({ target }) => change({ linksByUsername: target.checked })}
        />
        <FormProblem error={unread ? UNREAD : refused} fields={fieldsOf(typed)} />
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
