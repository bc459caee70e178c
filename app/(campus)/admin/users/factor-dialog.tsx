'use client';

import { useQuery } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import type { User } from '../../../../lib/users/schema.ts';
import { signInPolicyQuery } from './queries.ts';
import { USER_TEXTS } from './texts.ts';
import { useUserCall } from './use-user-call.ts';

/** Removes the second factor of a user who lost the phone. */
export function FactorDialog({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  const { call } = useUserCall(onClose);
  const required = useQuery(signInPolicyQuery()).data?.secondFactorRequired ?? false;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove the second factor of ${name}?`}
      description={USER_TEXTS.willRemoveFactor(required)}
      footer={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button
            kind="danger"
            busy={call.isPending}
            onClick={() =>
              call.mutate({
                send: () => adminCall('POST /users/{id}/second-factor/remove', { params: { id } }),
                done: USER_TEXTS.factorRemoved(name, required),
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
