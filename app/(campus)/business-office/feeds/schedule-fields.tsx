'use client';

import { useTimeZone } from '../../../../components/dates.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { DAYS, FEED_TEXTS } from './texts.ts';
import type { TypedFields } from './typed.ts';

/** When a feed takes its file, and which files it refuses. */
export function ScheduleFields({ typed, change, errorAt }: TypedFields) {
  const zone = useTimeZone();
  const toggle = (day: number, on: boolean) =>
    change({ days: on ? [...typed.days, day] : typed.days.filter((other) => other !== day) });
  return (
    <>
      <fieldset>
        <legend className="mb-1 font-medium">Days</legend>
        <div className="flex flex-wrap gap-x-5">
          {DAYS.map((name, i) => (
            <Choice
              key={name}
              type="checkbox"
              label={name}
              checked={typed.days.includes(i + 1)}
              onChange={({ target }) => toggle(i + 1, target.checked)}
            />
          ))}
        </div>
        {typed.days.length === 0 && <p className="mt-1 text-bad-ink text-xs">{FEED_TEXTS.dayNeeded()}</p>}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field
          label="Time"
          type="time"
          help={FEED_TEXTS.time(zone)}
          error={errorAt('at')}
          value={typed.at}
          onChange={({ target }) => change({ at: target.value.slice(0, 5) })}
        />
        <Field
          label="Greatest age in hours"
          type="number"
          min={1}
          help={FEED_TEXTS.maxAge()}
          error={errorAt('maxAgeHours')}
          value={typed.maxAgeHours}
          onChange={({ target }) => change({ maxAgeHours: target.value })}
        />
        <Field
          label="Fewest rows in %"
          type="number"
          min={1}
          max={100}
          help={FEED_TEXTS.leastPercent()}
          error={errorAt('leastPercent')}
          value={typed.leastPercent}
          onChange={({ target }) => change({ leastPercent: target.value })}
        />
      </div>
    </>
  );
}
