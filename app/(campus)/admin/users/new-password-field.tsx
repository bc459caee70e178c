'use client';

import { useState } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { CopyButton } from '../../../../components/ui/copy-button.tsx';
import { inputStyle, Labelled } from '../../../../components/ui/field.tsx';
import { suggestPassword } from '../../../../lib/auth/suggest-password.ts';
import { USER_TEXTS } from './texts.ts';

/** A temporary password that an admin sets for a user, typed or suggested. A suggested one is shown, because they pass it on. */
export function NewPasswordField({ error }: { error?: string }) {
  const [value, setValue] = useState('');
  const [suggested, setSuggested] = useState(false);
  return (
    <Labelled label="Password" error={error} help={USER_TEXTS.temporaryPassword()}>
      {(tied) => (
        <div className="flex flex-wrap gap-2">
          <input
            {...tied}
            name="password"
            type={suggested ? 'text' : 'password'}
            required
            autoComplete="new-password"
            spellCheck={false}
            value={value}
            onChange={(event) => {
              setValue(event.target.value);
              setSuggested(false);
            }}
            className={`${inputStyle} min-w-0 flex-1 basis-52`}
          />
          <Button
            onClick={() => {
              setValue(suggestPassword());
              setSuggested(true);
            }}
          >
            Suggest
          </Button>
          {suggested && <CopyButton what="Password" text={value} />}
        </div>
      )}
    </Labelled>
  );
}
