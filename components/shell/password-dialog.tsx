'use client';

import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { adminCall } from '../query/admin-call.ts';
import type { Asked } from '../query/enter-password.ts';
import { Button } from '../ui/button.tsx';
import { CodeField } from '../ui/code-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormProblem } from '../ui/form-problem.tsx';

/** Asks for the password again, because the sign-in is more than 10 minutes old, and for a code of the second factor. */
export default function PasswordDialog({ needed, answer }: Asked) {
  const form = useId();
  const withCode = needed === 'password and code';
  const confirm = useMutation({
    mutationFn: (body: { password: string; code?: string }) => adminCall('POST /account/confirm', { body }),
    gcTime: 0,
    onSuccess: () => answer(true),
  });
  const errorAt = (field: string) =>
    confirm.error?.errors.find(({ pointer }) => pointer === `/${field}`)?.message;
  return (
    <Dialog
      open
      onClose={() => answer(false)}
      title="Enter your password"
      description={`You signed in more than 10 minutes ago. Enter your ${needed} to confirm that it’s you.`}
      footer={
        <>
          <Button onClick={() => answer(false)}>Cancel</Button>
          <Button type="submit" form={form} kind="primary" busy={confirm.isPending}>
            Continue
          </Button>
        </>
      }
    >
      <form
        id={form}
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const code = withCode ? String(data.get('code') ?? '') : undefined;
          if (!confirm.isPending) confirm.mutate({ password: String(data.get('password') ?? ''), code });
        }}
        className="mt-4 flex flex-col gap-4"
      >
        <FormProblem error={confirm.error} fields={['password', 'code']} />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus
          error={errorAt('password')}
        />
        {withCode && <CodeField error={errorAt('code')} />}
      </form>
    </Dialog>
  );
}
