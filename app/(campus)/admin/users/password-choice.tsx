'use client';

import { Choice } from '../../../../components/ui/choice.tsx';
import { NewPasswordField } from '../../../../components/ui/new-password-field.tsx';
import { USER_TEXTS } from './texts.ts';

/** How a user gets their password: by a link, or a temporary one. Typing a password chooses the second. */
export function PasswordChoice({
  byLink,
  link,
  error,
  onChoose,
}: {
  byLink: boolean;
  /** What the choice of the link is called. */
  link: string;
  error?: string;
  onChoose: (byLink: boolean) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">How they get their password</legend>
      <Choice
        type="radio"
        name="way"
        checked={byLink}
        onChange={() => onChoose(true)}
        label={link}
        help={USER_TEXTS.byLink()}
      />
      <Choice
        type="radio"
        name="way"
        checked={!byLink}
        onChange={() => onChoose(false)}
        label="Set a temporary password"
      />
      <div className="mt-1 ml-6.5">
        <NewPasswordField
          error={error}
          help={USER_TEXTS.temporaryPassword()}
          required={!byLink}
          onType={() => onChoose(false)}
        />
      </div>
    </fieldset>
  );
}
