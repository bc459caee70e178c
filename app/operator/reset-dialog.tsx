'use client';

import { type FormEvent, useId } from 'react';
import { LinkDialog } from '../../components/link-dialog.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Callout } from '../../components/ui/callout.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { invitationLink } from '../../lib/auth/invitation-link.ts';
import type { ListedDistrict } from '../../lib/operator/schema.ts';
import { operatorCall } from './operator-call.ts';
import { OPERATOR_PAGE_TEXTS as TEXTS } from './texts.ts';
import { useOperatorCall } from './use-operator-call.ts';

/** Resets an admin whom no other admin can help, then shows the link for a new password, once. */
export function ResetDialog({
  district: { appName, name, admins },
  onClose,
}: {
  district: ListedDistrict;
  onClose: () => void;
}) {
  const form = useId();
  const { call, link } = useOperatorCall(
    (username: string) =>
      operatorCall('POST /districts/{appName}/admin-reset', { params: { appName }, body: { username } }),
    ({ username }) => TEXTS.wasReset(username),
  );
  if (link)
    return (
      <LinkDialog
        title={`Link for ${link.username} of ${link.appName}`}
        description={TEXTS.passResetOn()}
        link={invitationLink(location.origin, link.token)}
        help={TEXTS.once()}
        expiresAt={link.expiresAt}
        onClose={onClose}
      />
    );
  const reset = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!call.isPending) call.mutate(String(new FormData(event.currentTarget).get('username') ?? ''));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Reset an administrator of ${name}`}
      description={TEXTS.reset()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            kind="danger"
            busy={call.isPending}
            disabled={admins.length === 0}
          >
            Reset
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={reset} className="mt-4 flex flex-col gap-4">
        {call.error && (
          <Callout tone="bad" role="alert">
            {call.error.message}
          </Callout>
        )}
        <SelectField
          label="Administrator"
          name="username"
          options={admins.map((username) => ({ value: username, label: username }))}
        />
      </form>
    </Dialog>
  );
}
