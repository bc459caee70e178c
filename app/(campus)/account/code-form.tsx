'use client';

import { useMutation } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Button } from '../../../components/ui/button.tsx';
import { CodeField } from '../../../components/ui/code-field.tsx';
import { toast } from '../../../components/ui/toast.ts';
import type { Account } from '../../../lib/account/schema.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

/** Takes a code of the authenticator app, to turn the second factor on or off. */
export function CodeForm({
  path,
  action,
  onDone,
}: {
  path: 'on' | 'off';
  action: string;
  onDone: (account: Account & { recoveryCodes?: string[] }) => void;
}) {
  const send = useMutation({
    mutationFn: (code: string) => adminCall(`POST /account/second-factor/${path}`, { body: { code } }),
    gcTime: 0,
    onSuccess: (account) => {
      onDone(account);
      toast('success', ACCOUNT_TEXTS.turned(path));
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
      <CodeField error={send.error?.message} help={ACCOUNT_TEXTS.code(path)} />
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
