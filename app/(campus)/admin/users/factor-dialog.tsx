'use client';

import { useQuery } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { User } from '../../../../lib/users/schema.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { signInPolicyQuery } from './queries.ts';
import { USER_TEXTS } from './texts.ts';

/** Removes the second factor of a user who lost the phone. */
export function FactorDialog({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  const required = useQuery(signInPolicyQuery()).data?.secondFactorRequired ?? false;
  return (
    <ConfirmDialog
      title={`Remove the second factor of ${name}?`}
      description={USER_TEXTS.willRemoveFactor(required)}
      action="Remove"
      send={() => adminCall('POST /users/{id}/second-factor/remove', { params: { id } })}
      done={USER_TEXTS.factorRemoved(name, required)}
      onClose={onClose}
    />
  );
}
