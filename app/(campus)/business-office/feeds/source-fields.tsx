'use client';

import { Field } from '../../../../components/ui/field.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import { SecretField } from './secret-field.tsx';
import { FEED_TEXTS, SOURCE_NAMES } from './texts.ts';
import type { Typed, TypedFields } from './typed.ts';

/** Names of text fields. */
type TextName = 'folder' | 'pattern' | 'archive' | 'host' | 'port' | 'username' | 'url' | 'header';

/** Where a feed's file is, and what signs in there. */
export function SourceFields({
  typed,
  change,
  errorAt,
  folder,
  hasSecret,
}: TypedFields & { folder: string | null; hasSecret: boolean }) {
  const { kind, signIn, hostKey } = typed;
  const text = (name: TextName) => ({
    value: typed[name],
    error: errorAt(name),
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  });
  return (
    <>
      <SelectField
        label="Source"
        value={kind}
        options={Object.entries(SOURCE_NAMES).map(([value, label]) => ({ value, label }))}
        onChange={({ target }) => change({ kind: target.value as Typed['kind'] })}
      />
      {kind === 'sftp' && (
        <>
          <div className="grid grid-cols-[1fr_6rem] gap-4">
            <Field label="Host" {...text('host')} />
            <Field label="Port" inputMode="numeric" {...text('port')} />
          </div>
          {hostKey && <p className="wrap-anywhere text-muted text-xs">{FEED_TEXTS.accepted(hostKey)}</p>}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Username" {...text('username')} />
            <SelectField
              label="Sign in by"
              value={signIn}
              options={[
                { value: 'password', label: 'Password' },
                { value: 'key', label: 'Private key' },
              ]}
              onChange={({ target }) => change({ signIn: target.value as Typed['signIn'] })}
            />
          </div>
        </>
      )}
      {kind === 'https' && (
        <>
          <Field label="Address" type="url" placeholder="https://" {...text('url')} />
          <Field label="Header" help={FEED_TEXTS.header()} {...text('header')} />
        </>
      )}
      {(kind === 'sftp' || (kind === 'https' && typed.header !== '')) && (
        <SecretField {...{ typed, change, errorAt, hasSecret }} />
      )}
      {kind !== 'https' && (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Folder"
              help={kind === 'folder' ? FEED_TEXTS.folder(folder) : FEED_TEXTS.sftpFolder()}
              {...text('folder')}
            />
            <Field label="File name" help={FEED_TEXTS.pattern()} {...text('pattern')} />
          </div>
          <Field label="Archive folder" help={FEED_TEXTS.archive()} {...text('archive')} />
        </>
      )}
    </>
  );
}
