'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { passwordAsked } from '../query/enter-password.ts';

const PasswordDialog = lazy(() => import('./password-dialog.tsx'));

/** Shows the dialog for the password while a call waits for it. */
export function PasswordAsked() {
  const asked = useSyncExternalStore(passwordAsked.subscribe, passwordAsked.now, passwordAsked.onServer);
  return asked ? (
    <Suspense>
      <PasswordDialog {...asked} />
    </Suspense>
  ) : null;
}
