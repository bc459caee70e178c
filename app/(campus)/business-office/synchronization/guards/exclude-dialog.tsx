'use client';

import { useState } from 'react';
import { Button } from '../../../../../components/ui/button.tsx';
import { Dialog } from '../../../../../components/ui/dialog.tsx';
import { ExcludeForm } from './exclude-form.tsx';
import { GUARD_TEXTS } from './texts.ts';

/** Asks for the reason to exclude one person. */
export function ExcludeDialog({ staffNumber, onClose }: { staffNumber: string | null; onClose: () => void }) {
  // The number stays while the window closes.
  const [last, setLast] = useState(staffNumber);
  if (staffNumber !== null && staffNumber !== last) setLast(staffNumber);
  return (
    <Dialog
      open={staffNumber !== null}
      onClose={onClose}
      title={`Exclude ${last ?? ''}`}
      description={GUARD_TEXTS.willBeExcluded()}
      footer={<Button onClick={onClose}>Go back</Button>}
    >
      {last !== null && (
        <div className="mt-3">
          <ExcludeForm key={last} staffNumber={last} onDone={onClose} />
        </div>
      )}
    </Dialog>
  );
}
