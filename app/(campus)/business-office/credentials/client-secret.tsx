'use client';

import { Eye, EyeOff } from 'lucide-react';
import { Button } from '../../../../components/ui/button.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import { CREDENTIAL_TEXTS } from './texts.ts';
import type { Revealed } from './use-reveal.ts';

const MASKED = '•'.repeat(43);

/** The secret, masked until *Show Secret* fetches it (CRED-4). */
export const ClientSecret = ({ secret, busy, onShow, onHide }: Revealed) => (
  <CopyField
    label="Client Secret"
    value={secret ?? MASKED}
    copyable={secret !== undefined}
    help={CREDENTIAL_TEXTS.clientSecret()}
  >
    <Button aria-pressed={secret !== undefined} busy={busy} onClick={secret === undefined ? onShow : onHide}>
      {secret === undefined ? (
        <Eye aria-hidden className="size-4" />
      ) : (
        <EyeOff aria-hidden className="size-4" />
      )}
      Show Secret
    </Button>
  </CopyField>
);
