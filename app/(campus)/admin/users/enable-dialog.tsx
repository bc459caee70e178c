'use client';

import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import type { User } from '../../../../lib/users/schema.ts';
import { useUserCall } from './use-user-call.ts';

/** Confirms disabling or enabling a user. */
export function EnableDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { call } = useUserCall(onClose);
  const { id, name, rights, disabled } = user;
  const action = disabled ? 'Enable' : 'Disable';
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${action} ${name}?`}
      description={
        disabled
          ? 'This user can sign in again with the same password and tool rights.'
          : 'This user is signed out everywhere now and can’t sign in until enabled again. The audit log keeps what they did.'
      }
      footer={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button
            kind={disabled ? 'primary' : 'danger'}
            busy={call.isPending}
            onClick={() =>
              call.mutate({
                send: () =>
                  adminCall('PUT /users/{id}', {
                    params: { id },
                    body: { name, rights, disabled: !disabled },
                  }),
                done: disabled ? `${name} can sign in again.` : `${name} is disabled and signed out.`,
              })
            }
          >
            {action}
          </Button>
        </>
      }
    >
      {call.error && (
        <Callout tone="bad" role="alert" className="mt-4">
          {call.error.message}
        </Callout>
      )}
    </Dialog>
  );
}
