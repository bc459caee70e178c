'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { operatorCall } from './operator-call.ts';

/** Ends the operator's session, then loads the page again, so that no data stays in memory. */
export function EndButton() {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      kind="quiet"
      busy={busy}
      aria-label="End session"
      title="End session"
      className="max-sm:px-2.5"
      onClick={() => {
        setBusy(true);
        operatorCall('POST /end')
          .then(() => location.replace('/campus/operator'))
          .catch(() => setBusy(false));
      }}
    >
      {!busy && <LogOut aria-hidden className="size-4" />}
      <span className="max-sm:hidden">End session</span>
    </Button>
  );
}
