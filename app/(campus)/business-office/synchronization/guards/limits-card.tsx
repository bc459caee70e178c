'use client';

import { type FormEvent, useState } from 'react';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { Button } from '../../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../components/ui/card.tsx';
import { Choice } from '../../../../../components/ui/choice.tsx';
import { Field } from '../../../../../components/ui/field.tsx';
import { GUARDS, type Guard } from '../../../../../lib/sync/guards/limits.ts';
import type { GuardSettings } from '../../../../../lib/sync/guards/schema.ts';
import { GUARD_TEXTS } from './texts.ts';
import { useGuardCall } from './use-guard-call.ts';

const LABELS: Record<Guard, string> = {
  created: 'People created',
  renamed: 'People renamed',
  ended: 'Employments ended',
  changed: 'People changed',
  erased: 'People with erased values',
  positionsRemoved: 'Positions removed',
  shrunk: 'Feed shrank by',
};

/** As typed; an empty text is no limit. */
type Typed = Record<Guard | 'leastPeople', string>;

const typedOf = (settings: GuardSettings): Typed =>
  Object.fromEntries(
    [...GUARDS, 'leastPeople' as const].map((name) => [
      name,
      settings[name] === null ? '' : String(settings[name]),
    ]),
  ) as Typed;

/** The district's limits (SYNC-13). */
export function LimitsCard({ settings }: { settings: GuardSettings }) {
  const [typed, setTyped] = useState(typedOf(settings));
  const [enabled, setEnabled] = useState(settings.enabled);
  const [secondPerson, setSecondPerson] = useState(settings.secondPerson);
  const [faults, setFaults] = useState<Partial<Typed>>({});
  const save = useGuardCall(
    (body: GuardSettings) => adminCall('PUT /sync/guards', { body }),
    GUARD_TEXTS.limitsSaved(),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const found: Partial<Typed> = {};
    for (const guard of GUARDS)
      if (!/^(\d{0,2}|100)$/.test(typed[guard].trim())) found[guard] = GUARD_TEXTS.percentNeeded();
    if (!/^\d{1,6}$/.test(typed.leastPeople.trim())) found.leastPeople = GUARD_TEXTS.wholeNumberNeeded();
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const percent = (guard: Guard) => (typed[guard].trim() === '' ? null : Number(typed[guard]));
    const limits = Object.fromEntries(GUARDS.map((guard) => [guard, percent(guard)])) as Pick<
      GuardSettings,
      Guard
    >;
    save.mutate({ enabled, secondPerson, leastPeople: Number(typed.leastPeople), ...limits });
  };
  const field = (name: keyof Typed) => ({
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    value: typed[name],
    error: faults[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <Card aria-labelledby="limits">
      <CardHeader>
        <CardTitle id="limits">Limits</CardTitle>
      </CardHeader>
      <form noValidate onSubmit={onSubmit} className="flex flex-col items-start gap-4 px-4 py-4 sm:px-5">
        <Choice
          type="checkbox"
          label="Hold commits above these limits"
          help={enabled ? undefined : GUARD_TEXTS.limitsOff()}
          checked={enabled}
          onChange={(event) => setEnabled(event.target.checked)}
        />
        <div className="grid w-full grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
          {GUARDS.map((guard) => (
            <Field
              key={guard}
              label={`${LABELS[guard]} (%)`}
              help={GUARD_TEXTS.percentOf(guard)}
              {...field(guard)}
            />
          ))}
          <Field label="Ignore up to" help={GUARD_TEXTS.ignored()} {...field('leastPeople')} />
        </div>
        <Choice
          type="checkbox"
          label="Require approval by a second person"
          checked={secondPerson}
          onChange={(event) => setSecondPerson(event.target.checked)}
        />
        <Button type="submit" kind="primary" busy={save.isPending}>
          Save limits
        </Button>
      </form>
    </Card>
  );
}
