'use client';

import { LockOpen } from 'lucide-react';
import { useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { PERSON_TEXTS } from './texts.ts';

const HOURS = [1, 2, 4, 8, 24];

/** *Emergency Unlock*, for a person HR manages (RO-5). */
export function UnlockPerson({ person }: { person: Person }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <LockOpen aria-hidden className="size-3.5" />
        Emergency Unlock
      </Button>
      <CorrectionDialog
        person={person}
        open={open}
        onClose={() => setOpen(false)}
        title="Emergency Unlock"
        action="Unlock"
        danger
        done={PERSON_TEXTS.unlocked()}
        send={async ({ text, reason }) => {
          const params = { id: person.id };
          await adminCall('POST /staff/{id}/unlock', {
            params,
            body: { hours: Number(text('hours')), reason },
          });
          return adminCall('GET /staff/{id}', { params });
        }}
        description={PERSON_TEXTS.unlock()}
      >
        {() => (
          <SelectField
            label="Time"
            name="hours"
            defaultValue="1"
            help={PERSON_TEXTS.unlockTime()}
            options={HOURS.map((hours) => ({
              value: String(hours),
              label: hours === 1 ? '1 hour' : `${hours} hours`,
            }))}
          />
        )}
      </CorrectionDialog>
    </>
  );
}
