'use client';

import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import type { User } from '../../../../lib/users/schema.ts';
import { useUserCall } from './use-user-call.ts';

/** For somebody whose phone is lost. */
export function FactorDialog({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  const { call } = useUserCall(onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove the second factor of ${name}?`}
      description="Be sure that it is they who ask. From then on their password alone signs them in, until they set up another one under Your account."
      footer={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button
            kind="danger"
            busy={call.isPending}
            onClick={() =>
              call.mutate({
                send: () => adminCall('POST /users/{id}/second-factor/remove', { params: { id } }),
                done: `${name} signs in with the password alone now.`,
              })
            }
          >
            Remove
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
