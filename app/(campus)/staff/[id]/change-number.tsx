'use client';

import { useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { PERSON_TEXTS } from './texts.ts';

/** *Change Staff Number*, for a person HR manages (RO-3). */
export function ChangeNumber({ person }: { person: Person }) {
  const [open, setOpen] = useState(false);
  const number = person.staffNumber?.trim();
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Change Staff Number
      </Button>
      <CorrectionDialog
        person={person}
        open={open}
        onClose={() => setOpen(false)}
        title="Change Staff Number"
        action="Change"
        done={PERSON_TEXTS.numberChanged()}
        send={({ text, reason }) =>
          adminCall('POST /staff/{id}/number', {
            params: { id: person.id },
            body: { rev: person.rev, staffNumber: text('staffNumber'), reason },
          })
        }
        description={
          <>
            HR can’t change a staff number through the API, so it is changed here. From then on HR finds this
            person by the new number only. If HR still sends {number ? <bdi>{number}</bdi> : 'the old number'}
            , a synchronization creates a second person.
          </>
        }
      >
        {(errorAt) => (
          <Field
            label="New Staff Number"
            name="staffNumber"
            required
            maxLength={15}
            autoComplete="off"
            help={PERSON_TEXTS.numberNow(number)}
            error={errorAt('/staffNumber')}
          />
        )}
      </CorrectionDialog>
    </>
  );
}
