'use client';

import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import type { User } from '../../../../lib/users/schema.ts';
import { USER_TEXTS } from './texts.ts';
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
      description={disabled ? USER_TEXTS.willEnable() : USER_TEXTS.willDisable()}
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
                done: disabled ? USER_TEXTS.enabled(name) : USER_TEXTS.disabled(name),
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
