'use client';

import { useState } from 'react';
import { suggestPassword } from '../../lib/auth/suggest-password.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { inputStyle, Labelled } from './field.tsx';

/** A new password, typed or suggested. A suggested one is shown, because it has to be kept or passed on. */
export function NewPasswordField({
  error,
  help,
  required = true,
  onType,
}: {
  error?: string;
  help: string;
  required?: boolean;
  /** Called when a password is typed or suggested. */
  onType?: () => void;
}) {
  const [value, setValue] = useState('');
  const [suggested, setSuggested] = useState(false);
  return (
    <Labelled label="Password" error={error} help={help}>
      {(tied) => (
        <div className="flex flex-wrap gap-2">
          <input
            {...tied}
            name="password"
            type={suggested ? 'text' : 'password'}
            required={required}
            autoComplete="new-password"
            spellCheck={false}
            value={value}
            onChange={(event) => {
              setValue(event.target.value);
              setSuggested(false);
              onType?.();
            }}
            className={`${inputStyle} min-w-0 flex-1 basis-52`}
          />
          <Button
            onClick={() => {
              setValue(suggestPassword());
              setSuggested(true);
              onType?.();
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
