'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../../../../components/ui/button.tsx';
import { Dialog } from '../../../../../../components/ui/dialog.tsx';
import { Field } from '../../../../../../components/ui/field.tsx';
import { counted } from '../../../../../../lib/text/numbers.ts';
import { PEOPLE_TEXTS } from './texts.ts';
import type { PeopleActions } from './use-people-actions.ts';

/** Asks for the reason to exclude people from commits. */
export function ExcludePeopleDialog({
  staffNumbers,
  name,
  exclude,
  onClose,
  onDone,
}: {
  staffNumbers: string[];
  /** Of the only one. */
  name: string;
  exclude: PeopleActions['exclude'];
  onClose: () => void;
  onDone: () => void;
}) {
  const form = useId();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const people = staffNumbers.length;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (exclude.isPending) return;
    if (reason.trim()) exclude.mutate({ staffNumbers, reason: reason.trim() }, { onSuccess: onDone });
    else setFault(PEOPLE_TEXTS.reasonNeeded());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={people === 1 ? `Exclude ${name}` : `Exclude ${counted(people, 'person', 'people')}`}
      description={PEOPLE_TEXTS.willBeExcluded(people)}
      footer={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button type="submit" form={form} kind="primary" busy={exclude.isPending}>
            Exclude from commit
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={onSubmit} className="mt-4">
        <Field
          label="Reason"
          maxLength={500}
          autoComplete="off"
          value={reason}
          error={fault}
          onChange={(event) => {
            setReason(event.target.value);
            setFault(undefined);
          }}
        />
      </form>
    </Dialog>
  );
}
