'use client';

import { adminCall } from '../../../../components/query/admin-call.ts';
import type { User } from '../../../../lib/users/schema.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { USER_TEXTS } from './texts.ts';

/** Confirms disabling or enabling a user. */
export function EnableDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { id, name, rights, disabled } = user;
  const action = disabled ? 'Enable' : 'Disable';
  return (
    <ConfirmDialog
      title={`${action} ${name}?`}
      description={disabled ? USER_TEXTS.willEnable() : USER_TEXTS.willDisable()}
      action={action}
      gives={disabled}
      send={() =>
        adminCall('PUT /users/{id}', { params: { id }, body: { name, rights, disabled: !disabled } })
      }
      done={disabled ? USER_TEXTS.enabled(name) : USER_TEXTS.disabled(name)}
      onClose={onClose}
    />
  );
}
