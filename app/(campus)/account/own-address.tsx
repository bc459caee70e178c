'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Field } from '../../../components/ui/field.tsx';
import { toast } from '../../../components/ui/toast.ts';
import { OWN_MAIL_TEXTS } from './mail-texts.ts';
import { ownMailQuery } from './queries.ts';

/** Changes where one gets e-mails; asks for the password again. */
export function OwnAddress({ email }: { email: string | null }) {
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: (address: string) => adminCall('PUT /account/mail/address', { body: { email: address } }),
    onSuccess: (saved) => {
      cache.setQueryData(ownMailQuery().queryKey, saved);
      toast('success', OWN_MAIL_TEXTS.saved());
    },
  });
  const [error] = save.error?.errors ?? [];
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(String(new FormData(event.currentTarget).get('email') ?? ''));
      }}
    >
      <Field
        label="E-mail address"
        name="email"
        type="email"
        maxLength={254}
        autoComplete="email"
        defaultValue={email ?? ''}
        error={error?.message ?? save.error?.message}
        help={OWN_MAIL_TEXTS.address()}
      />
      <Button type="submit" busy={save.isPending} className="self-start">
        Change address
      </Button>
    </form>
  );
}
