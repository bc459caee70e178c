'use client';

import { useState } from 'react';
import { VALUE_KIND_NAMES } from '../../../../../components/codes/kind-names.ts';
import { Badge, type Tone } from '../../../../../components/ui/badge.tsx';
import { counted } from '../../../../../lib/text/numbers.ts';
import type { DraftValues, ValueMeaning } from './draft.ts';
import { UPLOAD_TEXTS } from './texts.ts';
import { IGNORE, ValueSelect } from './value-select.tsx';

type Kind = DraftValues['kinds'][number];
type Value = Kind['values'][number];

/** The distinct values of one kind, what needs a choice first. */
export function ValuesSection({
  kind: { kind, columns, values, more, choices },
  chosen,
  onChoose,
}: {
  kind: Kind;
  chosen: readonly ValueMeaning[];
  /** @param code undefined takes a choice back */
  onChoose: (value: string, code: string | null | undefined) => void;
}) {
  // The order stays while the user chooses.
  const [sorted] = useState(() => [...values].sort((a, b) => rank(a) - rank(b) || b.count - a.count));
  const open = values.filter(
    ({ value, by }) => by === null && !chosen.some((one) => one.value === value),
  ).length;
  return (
    <section
      aria-labelledby={`values-${kind}`}
      className="border-line border-t px-4 py-4 first-of-type:mt-3 sm:px-5"
    >
      <h3 id={`values-${kind}`} className="font-semibold">
        {VALUE_KIND_NAMES[kind]}
      </h3>
      <p className="text-muted text-xs">
        {UPLOAD_TEXTS.valuesOf(values.length + more, columns, kind === 'titles' ? 0 : open)}
      </p>
      <ul className="mt-2 divide-y divide-line">
        {sorted.map((one) => {
          const answer = chosen.find(({ value }) => value === one.value);
          const code = answer ? (answer.code ?? IGNORE) : one.ignored ? IGNORE : (one.code ?? '');
          const state = stateOf(one, code, kind);
          return (
            <li
              key={one.value}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 py-2 sm:grid-cols-[minmax(0,1fr)_8rem_minmax(0,1.5fr)]"
            >
              <span className="min-w-0">
                <bdi className="wrap-anywhere font-medium">{one.value}</bdi>{' '}
                <span className="text-muted text-xs">{counted(one.count, 'row', 'rows')}</span>
                {one.people.length > 0 && (
                  <bdi className="wrap-anywhere block text-subtle text-xs">
                    {UPLOAD_TEXTS.peopleOfValue(one.people)}
                  </bdi>
                )}
              </span>
              <span className="justify-self-end sm:justify-self-start">
                <Badge tone={state.tone}>{state.name}</Badge>
              </span>
              <ValueSelect
                className="max-sm:col-span-2"
                label={`Value ${one.value}`}
                kind={kind}
                choices={choices}
                value={code}
                onChange={(next) =>
                  onChoose(one.value, next === '' ? undefined : next === IGNORE ? null : next)
                }
              />
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="pt-2 text-muted text-xs">{UPLOAD_TEXTS.moreValues(more)}</p>}
    </section>
  );
}

const RANKS = { proposed: 1, chosen: 2, matched: 3, exact: 4 } as const;
const rank = ({ by }: Value): number => (by === null ? 0 : RANKS[by]);

function stateOf({ by, code: found }: Value, code: string, kind: Kind['kind']): { name: string; tone: Tone } {
  if (code === IGNORE) return { name: 'Ignored', tone: 'neutral' };
  if (code === '')
    return kind === 'titles' ? { name: 'New title', tone: 'accent' } : { name: 'To be chosen', tone: 'warn' };
  if (code !== found || by === 'chosen') return { name: 'Chosen', tone: 'good' };
  return by === 'proposed' ? { name: 'Proposed', tone: 'warn' } : { name: 'Matched', tone: 'good' };
}
