'use client';

import { CopyField } from '../../../../components/ui/copy-field.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { SIGN_ON_TEXTS } from './texts.ts';
import type { TypedFields } from './typed.ts';

/** How an OpenID Connect provider is reached. */
export const OidcFields = ({
  typed,
  change,
  errorAt,
  redirectUri,
  hasSecret,
}: TypedFields & { redirectUri: string; hasSecret: boolean }) => (
  <>
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
        help={hasSecret ? SIGN_ON_TEXTS.secretKept() : SIGN_ON_TEXTS.secret()}
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
  </>
);
