'use client';

import { type FormEvent, useState } from 'react';
import { useTimeZone } from '../../../../../components/dates.tsx';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { Button } from '../../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../components/ui/card.tsx';
import { Choice } from '../../../../../components/ui/choice.tsx';
import { Field } from '../../../../../components/ui/field.tsx';
import type { OffHours } from '../../../../../lib/sync/schedule/schema.ts';
import { GUARD_TEXTS } from './texts.ts';
import { useGuardCall } from './use-guard-call.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Hours when few people use Campus: a commit can be scheduled for the next window (SYNC-12). */
export function OffHoursCard({ offHours }: { offHours: OffHours }) {
  const zone = useTimeZone();
  const [typed, setTyped] = useState(offHours);
  const [faults, setFaults] = useState<{ days?: string; begins?: string; ends?: string }>({});
  const save = useGuardCall(
    (body: OffHours) => adminCall('PUT /sync/guards/off-hours', { body }),
    GUARD_TEXTS.offHoursSaved(),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const found = {
      ...(typed.days.length === 0 && { days: GUARD_TEXTS.dayNeeded() }),
      ...(!typed.begins && { begins: GUARD_TEXTS.timeNeeded() }),
      ...(!typed.ends && { ends: GUARD_TEXTS.timeNeeded() }),
      ...(typed.begins && typed.begins === typed.ends && { ends: GUARD_TEXTS.otherTimeNeeded() }),
    };
    setFaults(found);
    if (Object.keys(found).length === 0) save.mutate(typed);
  };
  const time = (name: 'begins' | 'ends') => ({
    type: 'time',
    value: typed[name],
    error: faults[name],
    onChange: (event: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: event.target.value.slice(0, 5) }),
  });
  const toggle = (day: number, on: boolean) =>
    setTyped({ ...typed, days: on ? [...typed.days, day] : typed.days.filter((other) => other !== day) });
  return (
    <Card aria-labelledby="off-hours">
      <CardHeader>
        <div>
          <CardTitle id="off-hours">Off hours</CardTitle>
          <p className="text-muted text-xs">{GUARD_TEXTS.offHours(zone)}</p>
        </div>
      </CardHeader>
      <form noValidate onSubmit={onSubmit} className="flex flex-col items-start gap-4 px-4 py-4 sm:px-5">
        <div className="grid grid-cols-2 gap-4">
          <Field label="From" {...time('begins')} />
          <Field
            label="To"
            help={typed.ends < typed.begins ? GUARD_TEXTS.nextDay() : undefined}
            {...time('ends')}
          />
        </div>
        <fieldset aria-describedby={faults.days ? 'no-day' : undefined}>
          <legend className="mb-1 font-medium">Starting on</legend>
          <div className="flex flex-wrap gap-x-5">
            {DAYS.map((name, i) => (
              <Choice
                key={name}
                type="checkbox"
                label={name}
                checked={typed.days.includes(i + 1)}
                onChange={(event) => toggle(i + 1, event.target.checked)}
              />
            ))}
          </div>
          {faults.days && (
            <p id="no-day" className="mt-1 text-bad-ink text-xs">
              {faults.days}
            </p>
          )}
        </fieldset>
        <Button type="submit" kind="primary" busy={save.isPending}>
          Save off hours
        </Button>
      </form>
    </Card>
  );
}
