'use client';

import { useId, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { FormProblem } from '../../../../components/ui/form-problem.tsx';
import type { Invitation, User } from '../../../../lib/users/schema.ts';
import { InvitationDialog } from './invitation-dialog.tsx';
import { PasswordChoice } from './password-choice.tsx';
import { USER_TEXTS } from './texts.ts';
import { useUserCall } from './use-user-call.ts';

/** Sets a new password for a user who forgot it, or whose password others may know. */
export function PasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const form = useId();
  const { call, errorAt } = useUserCall(onClose);
  const [byLink, setByLink] = useState(true);
  const [invitation, setInvitation] = useState<Invitation>();
  if (invitation) return <InvitationDialog name={user.name} invitation={invitation} onClose={onClose} />;
  const params = { id: user.id };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Reset password"
      description={
        <>
          For <bdi className="font-medium text-ink">{user.name}</bdi>. {USER_TEXTS.willResetPassword()}
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} kind="primary" busy={call.isPending}>
            Save
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
          const password = String(new FormData(event.currentTarget).get('password') ?? '');
          if (call.isPending) return;
          call.mutate(
            byLink
              ? {
                  send: async () => setInvitation(await adminCall('POST /users/{id}/invitation', { params })),
                  done: USER_TEXTS.linkMade(user.name),
                  stays: true,
                }
              : {
                  send: () => adminCall('POST /users/{id}/password', { params, body: { password } }),
                  done: USER_TEXTS.passwordReset(user.name),
                },
          );
        }}
        className="mt-4 flex flex-col gap-4"
      >
        <FormProblem error={call.error} fields={['password']} />
        <PasswordChoice
          byLink={byLink}
          link="Reset by link"
          error={errorAt('password')}
          onChoose={setByLink}
        />
      </form>
    </Dialog>
  );
}
