'use client';

import { adminCall } from '../../../../components/query/admin-call.ts';
import type { User } from '../../../../lib/users/schema.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { USER_TEXTS } from './texts.ts';

/** Takes the identity provider's account from a user. */
export function UnlinkDialog({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  return (
    <ConfirmDialog
      title={`Unlink ${name} from single sign-on?`}
      description={USER_TEXTS.willUnlink()}
      action="Unlink"
      send={() => adminCall('DELETE /users/{id}/single-sign-on', { params: { id } })}
      done={USER_TEXTS.unlinked(name)}
      onClose={onClose}
    />
  );
}
