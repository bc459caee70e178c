'use client';

import { useMutation } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Button } from '../../../components/ui/button.tsx';
import { CodeField } from '../../../components/ui/code-field.tsx';
import { toast } from '../../../components/ui/toast.ts';
import type { Account } from '../../../lib/account/schema.ts';

/** Takes a code of the authenticator app, to turn the second factor on or off. */
export function CodeForm({
  path,
  action,
  done,
  onDone,
}: {
  path: 'on' | 'off';
  action: string;
  done: string;
  onDone: (account: Account & { recoveryCodes?: string[] }) => void;
}) {
  const send = useMutation({
    mutationFn: (code: string) => adminCall(`POST /account/second-factor/${path}`, { body: { code } }),
    gcTime: 0,
    onSuccess: (account) => {
      onDone(account);
      toast('success', done);
    },
  });
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending) send.mutate(String(new FormData(event.currentTarget).get('code') ?? ''));
      }}
    >
      <CodeField
        error={send.error?.message}
        help={
          path === 'on'
            ? 'Six digits from the app. The code changes every 30 seconds.'
            : 'Six digits from the app, or a recovery code.'
        }
      />
      <Button
        type="submit"
        kind={path === 'on' ? 'primary' : 'danger'}
        busy={send.isPending}
        className="self-start"
      >
        {action}
      </Button>
    </form>
  );
}
