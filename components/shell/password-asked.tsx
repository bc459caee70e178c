'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { passwordAsked } from '../query/enter-password.ts';

const SignOnDialog = lazy(() => import('./sign-on-dialog.tsx'));
const PasswordDialog = lazy(() => import('./password-dialog.tsx'));

/** Shows the dialog for the password, or for the identity provider, while a call waits for it. */
export function PasswordAsked() {
  const asked = useSyncExternalStore(passwordAsked.subscribe, passwordAsked.now, passwordAsked.onServer);
  return asked ? (
    <Suspense>
      {asked.needed === 'single sign-on' ? <SignOnDialog {...asked} /> : <PasswordDialog {...asked} />}
    </Suspense>
  ) : null;
}
