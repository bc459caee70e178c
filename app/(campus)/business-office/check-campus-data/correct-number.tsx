'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../components/ui/field.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import type { PersonRow } from '../../../../lib/people/schema.ts';
import type { LikelyRecord } from '../../../../lib/report/check-campus-data/schema.ts';
import { CHECK_TEXTS } from './texts.ts';

/** Corrects a number in its row, with HR's likely one to take over. */
export function CorrectNumber({
  person,
  likely,
  lacking,
}: {
  person: PersonRow;
  likely: LikelyRecord | undefined;
  lacking: string | null;
}) {
  const client = useQueryClient();
  const note = useId();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const name = `${person.lastName}, ${person.firstName}`;
  const save = useMutation({
    mutationFn: (staffNumber: string) =>
      adminCall('PUT /check-campus-data/{id}/number', {
        params: { id: person.id },
        body: { was: person.staffNumber, staffNumber },
      }),
    onSuccess: (_, staffNumber) => {
      toast('success', CHECK_TEXTS.corrected(name, staffNumber));
      for (const queryKey of [['check-campus-data'], ['staff'], ['home']])
        client.invalidateQueries({ queryKey });
    },
  });
  const error = fault ?? save.error?.errors[0]?.message ?? save.error?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = typed.trim();
    const wrong = !/^[A-Za-z0-9._-]{1,15}$/.test(number);
    setFault(wrong ? CHECK_TEXTS.numberNeeded() : undefined);
    if (!wrong && !save.isPending) save.mutate(number);
  };
  if (lacking) return <span className="block min-w-44 text-muted text-xs">{lacking}</span>;
  return (
    <form noValidate onSubmit={submit} className="min-w-44">
      <span className="flex items-center gap-2">
        <input
          aria-label={`New staff number of ${name}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? note : undefined}
          autoComplete="off"
          maxLength={15}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className={classNames(inputStyle, 'min-w-0')}
        />
        <Button type="submit" busy={save.isPending} aria-label={`Save the staff number of ${name}`}>
          Save
        </Button>
      </span>
      {error && (
        <span id={note} role="alert" className="mt-1 block text-bad-ink text-xs">
          {error}
        </span>
      )}
      {likely && (
        <span className="mt-1.5 block text-muted text-xs">
          HR likely has this person as <bdi className="font-medium text-ink">{likely.staffNumber}</bdi>,{' '}
          <bdi>{likely.name}</bdi> ({likely.reasons.join(', ')}).{' '}
          <Button size="small" onClick={() => setTyped(likely.staffNumber)}>
            Use {likely.staffNumber}
          </Button>
        </span>
      )}
    </form>
  );
}
