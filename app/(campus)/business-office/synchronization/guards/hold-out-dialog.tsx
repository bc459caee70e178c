'use client';

import { useState } from 'react';
import { Button } from '../../../../../components/ui/button.tsx';
import { Dialog } from '../../../../../components/ui/dialog.tsx';
import { HoldOutForm } from './hold-out-form.tsx';

/** Asks why one person is held out. */
export function HoldOutDialog({ staffNumber, onClose }: { staffNumber: string | null; onClose: () => void }) {
  // What was asked about stays while the window closes.
  const [last, setLast] = useState(staffNumber);
  if (staffNumber !== null && staffNumber !== last) setLast(staffNumber);
  return (
    <Dialog
      open={staffNumber !== null}
      onClose={onClose}
      title={`Hold out ${last ?? ''}`}
      description="Commits pass the person over until you let them in. Nothing of the person is changed."
      footer={<Button onClick={onClose}>Go back</Button>}
    >
      {last !== null && (
        <div className="mt-3">
          <HoldOutForm key={last} staffNumber={last} onDone={onClose} />
        </div>
      )}
    </Dialog>
  );
}
