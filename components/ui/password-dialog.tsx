'use client';

import { useId } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';

/** Asks for the password again, because the sign-in is more than 10 minutes old. */
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
      description="You signed in more than 10 minutes ago. Enter your password to confirm that it’s you."
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
