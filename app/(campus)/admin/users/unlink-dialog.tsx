'use client';

import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import type { User } from '../../../../lib/users/schema.ts';
import { USER_TEXTS } from './texts.ts';
import { useUserCall } from './use-user-call.ts';

/** Takes the identity provider's account from a user. */
export function UnlinkDialog({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  const { call } = useUserCall(onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Unlink ${name} from single sign-on?`}
      description={USER_TEXTS.willUnlink()}
      footer={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button
            kind="danger"
            busy={call.isPending}
            onClick={() =>
              call.mutate({
                send: () => adminCall('DELETE /users/{id}/single-sign-on', { params: { id } }),
                done: USER_TEXTS.unlinked(name),
              })
            }
          >
            Unlink
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
