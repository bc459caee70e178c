'use client';

import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import type { User } from '../../../../lib/users/schema.ts';
import { useUserCall } from './use-user-call.ts';

/** Asks before someone is disabled, or enabled again. */
export function AbleDialog({ user, onClose }: { user: User; onClose: () => void }) {
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
          ? 'They can sign in again with their password, and have the tool rights they had.'
          : 'They are signed out everywhere at once and can’t sign in until they are enabled again. What they did stays in the audit log.'
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
