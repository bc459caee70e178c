'use client';

import { Field } from '../../../../components/ui/field.tsx';
import { SIGN_ON_TEXTS } from './texts.ts';
import { CLAIM_NAMES, type TypedFields } from './typed.ts';

const LABELS = { username: 'Username', name: 'Name', email: 'E-mail address', groups: 'Groups' } as const;

/** What the provider calls the things that Campus wants to know of a person. */
export const ClaimFields = ({ typed: { protocol, claims }, change, errorAt }: TypedFields) => (
  <fieldset>
    <legend className="font-medium">{protocol === 'oidc' ? 'Claims' : 'Attributes'}</legend>
    <p className="mt-1 mb-3 text-muted text-xs">
      {protocol === 'oidc' ? SIGN_ON_TEXTS.claims() : SIGN_ON_TEXTS.attributes()}
    </p>
    <div className="grid gap-4 sm:grid-cols-2">
      {CLAIM_NAMES.map((name) => (
        <Field
          key={name}
          label={LABELS[name]}
          autoComplete="off"
          spellCheck={false}
          error={errorAt(`claims/${name}`)}
          value={claims[name]}
          onChange={({ target }) => change({ claims: { ...claims, [name]: target.value } })}
        />
      ))}
    </div>
  </fieldset>
);
