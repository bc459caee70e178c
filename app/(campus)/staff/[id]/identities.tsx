'use client';

import { calendarDate } from '../../../../components/dates.tsx';
import { fullName } from '../../../../components/full-name.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { Section } from './section.tsx';
import { PERSON_TEXTS } from './texts.ts';

/** All names of the person, the current one first (ID-1). */
export const Identities = ({ person }: { person: Person }) => (
  <Section title="Identities" note={PERSON_TEXTS.newIdentity()}>
    <ol className="divide-y divide-line">
      {person.identities.map((identity, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a name borne twice on one day has two equal lines (ID-4)
          key={person.identities.length - index}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5"
        >
          <span className="flex min-w-0 flex-wrap items-center gap-2">
            <bdi className="wrap-anywhere font-medium">{fullName(identity)}</bdi>
            {identity.current && <Badge tone="good">Current</Badge>}
          </span>
          <span className="text-muted text-xs tabular-nums">
            {identity.startDate ? calendarDate(identity.startDate) : 'Start unknown'}
            {' – '}
            {identity.endDate ? calendarDate(identity.endDate) : 'today'}
          </span>
        </li>
      ))}
    </ol>
  </Section>
);
