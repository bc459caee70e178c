'use client';

import { Field, inputStyle, Labelled } from '../../../../components/ui/field.tsx';
import { FEED_TEXTS } from './texts.ts';
import type { TypedFields } from './typed.ts';

/** Password, private key or value of a header. A saved one is never shown. */
export function SecretField({
  typed: { kind, signIn, secret },
  change,
  errorAt,
  hasSecret,
}: TypedFields & { hasSecret: boolean }) {
  const kept = hasSecret ? FEED_TEXTS.secretKept() : undefined;
  const error = errorAt('secret');
  if (kind === 'sftp' && signIn === 'key')
    return (
      <Labelled label="Private key" help={kept ?? FEED_TEXTS.keyHelp()} error={error}>
        {(tied) => (
          <textarea
            {...tied}
            rows={4}
            autoComplete="off"
            spellCheck={false}
            value={secret}
            onChange={({ target }) => change({ secret: target.value })}
            className={`${inputStyle} h-auto py-2 font-mono text-xs`}
          />
        )}
      </Labelled>
    );
  return (
    <Field
      label={kind === 'https' ? 'Value of the header' : 'Password'}
      type="password"
      // Neither the browser's own password of the user nor one to be kept.
      autoComplete="new-password"
      help={kept}
      error={error}
      value={secret}
      onChange={({ target }) => change({ secret: target.value })}
    />
  );
}
