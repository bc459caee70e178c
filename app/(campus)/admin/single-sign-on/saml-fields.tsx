'use client';

import { buttonStyle } from '../../../../components/ui/button.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { MetadataFields } from './metadata-fields.tsx';
import { SIGN_ON_TEXTS } from './texts.ts';
import type { TypedFields } from './typed.ts';

/** How a SAML provider is reached, and what it has to know of Campus. */
export const SamlFields = ({
  entityId,
  acsUrl,
  ...fields
}: TypedFields & { entityId: string; acsUrl: string }) => (
  <>
    <CopyField label="Entity ID" value={entityId} help={SIGN_ON_TEXTS.entityId()} />
    <CopyField label="Reply URL" value={acsUrl} help={SIGN_ON_TEXTS.acsUrl()} />
    <p>
      <a href={entityId} download className={buttonStyle()}>
        Download Campus’ metadata
      </a>
    </p>
    <MetadataFields {...fields} />
    <Field
      label="Attribute that names a person"
      autoComplete="off"
      spellCheck={false}
      help={SIGN_ON_TEXTS.identity()}
      error={fields.errorAt('identity')}
      value={fields.typed.identity}
      onChange={({ target }) => fields.change({ identity: target.value })}
    />
  </>
);
