'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Field, inputStyle, Labelled } from '../../../../components/ui/field.tsx';
import type { MetadataSource } from '../../../../lib/single-sign-on/schema.ts';
import { MetadataRead } from './metadata-read.tsx';
import { SIGN_ON_TEXTS } from './texts.ts';
import type { TypedFields } from './typed.ts';

/** Reads the provider's metadata, and shows what they say before it is saved. */
export function MetadataFields({ typed: { metadata }, change, errorAt }: TypedFields) {
  const [url, setUrl] = useState(metadata?.url ?? '');
  const [xml, setXml] = useState('');
  const read = useMutation({
    mutationFn: (body: MetadataSource) => adminCall('POST /single-sign-on/metadata', { body }),
    onSuccess: ({ notes: _, ...found }, source) => {
      change({ metadata: { ...found, url: source.from === 'url' ? source.url : null } });
      setXml('');
    },
  });
  const errorOf = (name: 'url' | 'xml') =>
    read.error?.errors.find(({ pointer }) => pointer === `/${name}`)?.message;
  const refused = read.error && !errorOf('url') && !errorOf('xml') ? read.error.message : undefined;
  const saved = errorAt('certificates') ?? errorAt('entityId') ?? errorAt('signOnUrl');
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="font-medium">Metadata of the provider</legend>
      <p className="mt-1 text-muted text-xs">{SIGN_ON_TEXTS.metadata()}</p>
      <div className="flex flex-wrap items-start gap-2">
        <Field
          className="min-w-0 flex-1 basis-64"
          label="Metadata URL"
          type="url"
          autoComplete="off"
          spellCheck={false}
          help={SIGN_ON_TEXTS.metadataUrl()}
          error={errorOf('url')}
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
        <Button
          className="sm:mt-6.75"
          busy={read.isPending}
          onClick={() => read.mutate({ from: 'url', url: url.trim() })}
        >
          Read from URL
        </Button>
      </div>
      <Labelled label="Or paste the metadata" error={errorOf('xml')}>
        {(tied) => (
          <textarea
            {...tied}
            rows={4}
            autoComplete="off"
            spellCheck={false}
            value={xml}
            onChange={({ target }) => setXml(target.value)}
            className={`${inputStyle} h-auto py-2 font-mono text-xs`}
          />
        )}
      </Labelled>
      <div>
        <Button busy={read.isPending} onClick={() => read.mutate({ from: 'text', xml })}>
          Read what is pasted
        </Button>
      </div>
      {(refused ?? saved) && (
        <Callout tone="bad" role="alert">
          {refused ?? saved}
        </Callout>
      )}
      {metadata && <MetadataRead metadata={metadata} notes={read.data?.notes ?? []} />}
    </fieldset>
  );
}
