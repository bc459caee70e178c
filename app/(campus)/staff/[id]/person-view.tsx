'use client';

import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import Link from 'next/link';
import { fullName } from '../../../../components/full-name.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { Demographics } from './demographics.tsx';
import { Drift } from './drift.tsx';
import { Employments } from './employments.tsx';
import { History } from './history.tsx';
import { Household } from './household.tsx';
import { Identities } from './identities.tsx';
import { OriginText } from './origin.tsx';
import { Positions } from './positions.tsx';
import { personQuery } from './queries.ts';
import { PERSON_TEXTS } from './texts.ts';
import { UnlockPerson } from './unlock-person.tsx';
import { Unlocked } from './unlocked.tsx';

/** For each section, why the user can't edit it; null if they can. */
export type Lacking = Record<'demographics' | 'employments' | 'positions', string | null>;

/** One staff member, section by section. */
export function PersonView({
  id,
  lacking,
  unlocks,
  readsRuns,
}: {
  id: string;
  lacking: Lacking;
  /** The user may unlock a person HR manages (RO-5). */
  unlocks: boolean;
  readsRuns: boolean;
}) {
  const query = useQuery(personQuery(id));
  const person = query.data;
  if (!person)
    return (
      <Card aria-busy={!query.isError} aria-label="Staff member" className="p-5">
        {query.isError ? <QueryError query={query} /> : <Skeleton className="h-40" />}
      </Card>
    );
  const name = nameOf(person);
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ name: 'People' }, { name: 'Staff', path: '/staff' }, { name }]}
        lead={<Standing person={person} />}
      />
      <div className="flex flex-col gap-6">
        <Notices person={person} unlocks={unlocks} />
        <Drift person={person} />
        <Demographics person={person} lacking={lacking.demographics} />
        <div className="grid gap-6 xl:grid-cols-2">
          <Employments
            person={person}
            lacking={lacking.employments}
            corrects={lacking.demographics === null}
          />
          <Identities person={person} />
        </div>
        <Positions person={person} lacking={lacking.positions} />
        <Household person={person} />
        <History person={person} readsRuns={readsRuns} />
      </div>
    </>
  );
}

const nameOf = ({ lastName, firstName, middleName, staffNumber }: Person): string =>
  lastName && firstName
    ? fullName({ lastName, firstName, middleName })
    : `Staff number ${staffNumber ?? 'unknown'}`;

const Standing = ({ person }: { person: Person }) => (
  <p className="mt-1 flex flex-wrap items-center gap-1.5">
    {person.staffNumber?.trim() ? (
      <span className="mr-1">
        Staff Number <bdi className="font-medium text-ink tabular-nums">{person.staffNumber}</bdi>
      </span>
    ) : (
      <Badge tone="warn">No number</Badge>
    )}
    {person.sameNumber.length > 0 && <Badge tone="warn">Duplicate number</Badge>}
    {!person.complete && <Badge tone="warn">Incomplete</Badge>}
    {person.hrManaged && (
      <Badge>
        <Lock aria-hidden className="size-3" />
        HR-managed
      </Badge>
    )}
    {person.unlock && <Badge tone="warn">Unlocked</Badge>}
  </p>
);

const Notices = ({ person, unlocks }: { person: Person; unlocks: boolean }) => (
  <>
    {person.unlock ? (
      <Unlocked person={person} unlock={person.unlock} unlocks={unlocks} />
    ) : (
      person.hrManaged && <Managed person={person} hrManaged={person.hrManaged} unlocks={unlocks} />
    )}
    <StaffNumberNotices person={person} />
  </>
);

const Managed = ({
  person,
  hrManaged: { at, by },
  unlocks,
}: {
  person: Person;
  hrManaged: NonNullable<Person['hrManaged']>;
  unlocks: boolean;
}) => (
  <Callout tone="accent" title="HR manages this person">
    {PERSON_TEXTS.hrManaged()} <OriginText at={at} by={by} lead="Taken over" />
    {unlocks && (
      <span className="mt-2 block">
        <UnlockPerson person={person} />
      </span>
    )}
  </Callout>
);

const StaffNumberNotices = ({
  person: { hrManaged, complete, sameNumber, staffNumber },
}: {
  person: Person;
}) => (
  <>
    {sameNumber.length > 0 && (
      <Callout tone="warn" title="Other people have the same staff number">
        Staff numbers must be unique: HR’s record for {staffNumber?.trim()} fails until each person has a
        unique number. The others:{' '}
        {sameNumber.map(({ id, name }, i) => (
          <span key={id}>
            {i > 0 && '; '}
            <Link href={`/staff/${id}`} prefetch={false} className="underline">
              <bdi>{name}</bdi>
            </Link>
          </span>
        ))}
        .
      </Callout>
    )}
    {!staffNumber?.trim() && (
      <Callout tone="warn" title="No staff number">
        {PERSON_TEXTS.noNumber(hrManaged !== null)}
      </Callout>
    )}
    {!complete && (
      <Callout tone="warn" title="Incomplete">
        {PERSON_TEXTS.incomplete(hrManaged !== null)}
      </Callout>
    )}
  </>
);
