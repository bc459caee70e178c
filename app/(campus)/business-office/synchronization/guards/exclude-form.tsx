'use client';

import { type FormEvent, useState } from 'react';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { Button } from '../../../../../components/ui/button.tsx';
import { Field } from '../../../../../components/ui/field.tsx';
import type { Exclude } from '../../../../../lib/sync/guards/schema.ts';
import { GUARD_TEXTS } from './texts.ts';
import { useGuardCall } from './use-guard-call.ts';

const NONE: Exclude = { staffNumber: '', reason: '' };

/** Excludes a person, with a reason. Without `staffNumber` the form asks for it. */
export function ExcludeForm({ staffNumber, onDone }: { staffNumber?: string; onDone?: () => void }) {
  const [asked, setAsked] = useState<Exclude>({ ...NONE, staffNumber: staffNumber ?? '' });
  const [faults, setFaults] = useState<Partial<Exclude>>({});
  const hold = useGuardCall(
    (body: Exclude) => adminCall('POST /sync/guards/held-out', { body }),
    GUARD_TEXTS.excluded(),
    () => {
      setAsked({ ...NONE, staffNumber: staffNumber ?? '' });
      onDone?.();
    },
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (hold.isPending) return;
    const found: Partial<Exclude> = {};
    if (!/^[A-Za-z0-9._-]{1,15}$/.test(asked.staffNumber.trim()))
      found.staffNumber = GUARD_TEXTS.staffNumberNeeded();
    if (!asked.reason.trim()) found.reason = GUARD_TEXTS.exclusionReasonNeeded();
    setFaults(found);
    if (Object.keys(found).length === 0) hold.mutate(asked);
  };
  const field = (name: keyof Exclude) => ({
    autoComplete: 'off',
    value: asked[name],
    error: faults[name],
    onChange: (event: { target: { value: string } }) => setAsked({ ...asked, [name]: event.target.value }),
  });
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
      {staffNumber === undefined && <Field label="Staff Number" className="w-44" {...field('staffNumber')} />}
      <Field
        label={staffNumber === undefined ? 'Reason to exclude' : 'Reason'}
        className="min-w-0 grow basis-60"
        maxLength={500}
        {...field('reason')}
      />
      <Button type="submit" busy={hold.isPending}>
        Exclude
      </Button>
    </form>
  );
}
