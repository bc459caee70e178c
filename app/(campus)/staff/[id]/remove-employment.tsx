'use client';

import { useState } from 'react';
import { calendarDate } from '../../../../components/dates.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { PERSON_TEXTS } from './texts.ts';

/** *Remove*, for an employment of a person HR manages (RO-3). */
export function RemoveEmployment({
  person,
  employment: { id, hireDate },
}: {
  person: Person;
  employment: Person['employments'][number];
}) {
  const [open, setOpen] = useState(false);
  const hired = calendarDate(hireDate);
  return (
    <>
      <Button size="small" aria-label={`Remove employment from ${hired}`} onClick={() => setOpen(true)}>
        Remove
      </Button>
      <CorrectionDialog
        person={person}
        open={open}
        onClose={() => setOpen(false)}
        title="Remove Employment"
        action="Remove"
        danger
        done={PERSON_TEXTS.employmentRemoved()}
        send={({ reason }) =>
          adminCall('POST /staff/{id}/employments/remove', {
            params: { id: person.id },
            body: { rev: person.rev, employmentId: id, reason },
          })
        }
        description={
          <>
            Removes the employment that started on {hired}. Use this if both of its dates are wrong: HR can
            correct one date, but can’t remove an employment. If HR still sends these dates, HR’s next call or
            commit creates the employment again.
          </>
        }
      />
    </>
  );
}
