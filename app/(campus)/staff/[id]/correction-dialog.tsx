'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { FormProblem } from '../../../../components/ui/form-problem.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import type { Person } from '../../../../lib/people/person.ts';
import { textOf } from './edit-form.tsx';
import { personQuery } from './queries.ts';
import { PERSON_TEXTS } from './texts.ts';

interface Typed {
  text: (name: string) => string;
  reason: string;
}

/** An exception to what HR manages of a person, with its reason: a correction (RO-3) or an emergency unlock (RO-5). */
export function CorrectionDialog({
  person,
  open,
  onClose,
  title,
  description,
  action,
  danger,
  done,
  send,
  children,
}: {
  person: Person;
  open: boolean;
  onClose: () => void;
  title: string;
  description: ReactNode;
  /** The button's name. */
  action: string;
  danger?: boolean;
  /** The toast. */
  done: string;
  send: (typed: Typed) => Promise<Person>;
  /** The fields above *Reason*. */
  children?: (errorAt: (pointer: string) => string | undefined) => ReactNode;
}) {
  const client = useQueryClient();
  const form = useId();
  const [noReason, setNoReason] = useState(false);
  const save = useMutation({
    mutationFn: send,
    onSuccess: (saved) => {
      client.setQueryData(personQuery(person.id).queryKey, saved);
      for (const queryKey of [['staff', 'directory'], ['home'], ['check-campus-data']])
        client.invalidateQueries({ queryKey });
      toast('success', done);
      onClose();
    },
  });
  const close = () => {
    save.reset();
    setNoReason(false);
    onClose();
  };
  const errorAt = (pointer: string) => save.error?.errors.find((error) => error.pointer === pointer)?.message;
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={form} kind={danger ? 'danger' : 'primary'} busy={save.isPending}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const reason = textOf(data, 'reason');
          setNoReason(reason === null);
          if (reason !== null && !save.isPending)
            save.mutate({ text: (name) => textOf(data, name) ?? '', reason });
        }}
      >
        <FormProblem error={save.error} fields={['staffNumber', 'reason']} />
        {children?.(errorAt)}
        <Field
          label="Reason"
          name="reason"
          required
          maxLength={500}
          autoComplete="off"
          help={PERSON_TEXTS.reason()}
          error={noReason ? PERSON_TEXTS.reasonNeeded() : errorAt('/reason')}
        />
      </form>
    </Dialog>
  );
}
