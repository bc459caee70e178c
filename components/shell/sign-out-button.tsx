'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';

/** Ends the session on the server, then leaves the app by a full page load, so that no data stays in memory. */
export async function signOut(): Promise<void> {
  const { csrfToken } = await (await fetch('/campus/api/auth/csrf')).json();
  await fetch('/campus/api/auth/signout', {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  });
  location.replace('/campus/signin?signedOut');
}

export function SignOutButton() {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      kind="quiet"
      busy={busy}
      aria-label="Sign out"
      title="Sign out"
      className="max-sm:px-2.5"
      onClick={() => {
        setBusy(true);
        signOut().catch(() => setBusy(false));
      }}
    >
      {!busy && <LogOut aria-hidden className="size-4" />}
      <span className="max-sm:hidden">Sign out</span>
    </Button>
  );
}
