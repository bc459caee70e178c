'use client';

import { useId } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';

/** Asks for the password once more, because the sign-in was a while ago. */
export default function PasswordDialog({
  busy,
  problem,
  onEnter,
  onClose,
}: {
  busy: boolean;
  problem?: string;
  onEnter: (password: string) => void;
  onClose: () => void;
}) {
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title="Enter your password"
      description="You signed in more than 10 minutes ago. Your password shows that it is still you."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} kind="primary" busy={busy}>
            Continue
          </Button>
        </>
      }
    >
      <form
        id={form}
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onEnter(String(new FormData(event.currentTarget).get('password') ?? ''));
        }}
        className="mt-4"
      >
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus
          error={problem}
        />
      </form>
    </Dialog>
  );
}
