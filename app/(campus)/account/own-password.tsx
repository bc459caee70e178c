'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../components/ui/card.tsx';
import { CodeField } from '../../../components/ui/code-field.tsx';
import { Field } from '../../../components/ui/field.tsx';
import { FormProblem } from '../../../components/ui/form-problem.tsx';
import { toast } from '../../../components/ui/toast.ts';
import { accountQuery } from './queries.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

/** Changes one's own password; asks for the current one. */
export function OwnPassword() {
  const account = useQuery(accountQuery());
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation({
    mutationFn: (body: { current: string; password: string; code?: string }) =>
      adminCall('POST /account/password', { body }),
    gcTime: 0,
    onSuccess: () => {
      form.current?.reset();
      toast('success', ACCOUNT_TEXTS.passwordChanged(), ACCOUNT_TEXTS.signedOutElsewhere());
    },
  });
  const errorAt = (field: string): string | undefined => {
    const error = change.error?.errors.find(({ pointer }) => pointer === `/${field}`);
    return error && [error.message, error.hint].filter(Boolean).join(' ');
  };
  return (
    <Card aria-label="Password">
      <CardHeader>
        <CardTitle>Password</CardTitle>
      </CardHeader>
      <form
        ref={form}
        method="post"
        noValidate
        className="flex flex-col gap-4 p-4 sm:p-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (change.isPending) return;
          const data = new FormData(event.currentTarget);
          change.mutate({
            current: String(data.get('current') ?? ''),
            password: String(data.get('password') ?? ''),
            code: data.get('code')?.toString(),
          });
        }}
      >
        <FormProblem error={change.error} fields={['current', 'password', 'code']} />
        <Field
          label="Current password"
          name="current"
          type="password"
          required
          autoComplete="current-password"
          error={errorAt('current')}
        />
        <Field
          label="New password"
          name="password"
          type="password"
          required
          autoComplete="new-password"
          error={errorAt('password')}
          help={ACCOUNT_TEXTS.newPassword()}
        />
        {account.data?.secondFactorSince && <CodeField error={errorAt('code')} />}
        <Button type="submit" kind="primary" busy={change.isPending} className="self-start">
          Change password
        </Button>
      </form>
    </Card>
  );
}
