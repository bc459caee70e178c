'use client';

import { addressLine } from '../../../../components/address-line.ts';
import { calendarDate } from '../../../../components/dates.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { Section } from './section.tsx';
import { PERSON_TEXTS } from './texts.ts';

/** The household's addresses; HR changes them only if nobody else lives there (HH-3, HH-4). */
export const Household = ({ person: { household } }: { person: Person }) => (
  <Section title="Household" note={household && PERSON_TEXTS.sharedHousehold(household.shared)}>
    {household === null ? (
      <p className="px-4 py-4 text-muted sm:px-5">{PERSON_TEXTS.noHousehold()}</p>
    ) : (
      <>
        <p className="flex flex-wrap items-center gap-2 px-4 pt-3 pb-2 sm:px-5">
          <bdi className="wrap-anywhere font-medium">{household.name ?? 'Household without a name'}</bdi>
          {household.staffHousehold && <Badge>Staff household</Badge>}
          {household.phone && <bdi className="text-muted">{household.phone}</bdi>}
        </p>
        <ol className="divide-y divide-line border-line border-t">
          {household.householdLocations.map((location) => (
            <Location
              key={`${location.address.id} ${location.startDate} ${location.endDate}`}
              {...location}
            />
          ))}
        </ol>
      </>
    )}
  </Section>
);

const KINDS = [
  ['mailing', 'Mailing'],
  ['physical', 'Physical'],
  ['private', 'Private'],
  ['secondary', 'Secondary'],
] as const;

const Location = (location: NonNullable<Person['household']>['householdLocations'][number]) => (
  <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5">
    <span className="min-w-0">
      <bdi className={location.endDate ? 'break-words text-muted' : 'break-words'}>
        {addressLine(location.address)}
      </bdi>
      <span className="block text-muted text-xs">
        {KINDS.filter(([kind]) => location[kind])
          .map(([, name]) => name)
          .join(', ')}
      </span>
    </span>
    <span className="flex items-center gap-1 text-muted text-xs tabular-nums">
      {location.startDate ? calendarDate(location.startDate) : 'Start unknown'} –{' '}
      {location.endDate ? calendarDate(location.endDate) : <Badge tone="good">Current</Badge>}
    </span>
  </li>
);
