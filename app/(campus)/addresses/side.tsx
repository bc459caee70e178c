'use client';

import Link from 'next/link';
import { useId } from 'react';
import { fullName } from '../../../components/full-name.ts';
import { Badge } from '../../../components/ui/badge.tsx';
import { classNames } from '../../../components/ui/class-names.ts';
import type { Inhabited, Part } from '../../../lib/addresses/schema.ts';
import { count, counted } from '../../../lib/text/numbers.ts';
import { MarkedAddress } from './marked-address.tsx';
import { TEXTS } from './texts.ts';

/** One of two addresses: what differs, who lives there, and whether it is kept. */
export function Side({
  address,
  differing,
  kept,
  group,
  onKeep,
  opensStaff,
}: {
  address: Inhabited;
  differing: readonly Part[];
  kept: boolean;
  /** The two radio buttons' name. */
  group: string;
  onKeep: () => void;
  opensStaff: boolean;
}) {
  const id = useId();
  return (
    <div
      className={classNames(
        'flex min-w-0 flex-col gap-3 px-4 py-4 sm:px-5',
        kept ? 'bg-surface' : 'bg-sunken',
      )}
    >
      <label className="flex items-start gap-2.5">
        <input
          type="radio"
          name={group}
          checked={kept}
          onChange={onKeep}
          aria-describedby={`${id}-who`}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0">
          <span className="block break-words font-medium text-base">
            <MarkedAddress address={address} differing={differing} />
          </span>
          <span className="text-muted text-xs">{kept ? 'Kept' : 'Merged into the other one'}</span>
        </span>
      </label>
      <p id={`${id}-who`} className="text-muted text-xs">
        {whoInWords(address)}
      </p>
      {address.residents.length > 0 && <Residents address={address} opensStaff={opensStaff} />}
    </div>
  );
}

function whoInWords({ households: { current, ended }, people, staff, students }: Inhabited): string {
  if (current + ended === 0) return TEXTS.noHousehold();
  const homes = [
    counted(current, 'household', 'households'),
    ended > 0 ? `${count(ended)} ended` : '',
  ].filter(Boolean);
  const who = [
    counted(people, 'person', 'people'),
    staff > 0 ? `${count(staff)} staff` : '',
    students > 0 ? counted(students, 'student', 'students') : '',
  ].filter(Boolean);
  return `${homes.join(', ')} · ${who.join(', ')}`;
}

const Residents = ({ address, opensStaff }: { address: Inhabited; opensStaff: boolean }) => (
  <ul className="flex flex-col gap-1">
    {address.residents.map((person) => (
      <li key={person.id} className="flex min-w-0 flex-wrap items-center gap-1.5">
        {opensStaff && person.staff ? (
          <Link
            href={`/staff/${person.id}`}
            prefetch={false}
            className="wrap-anywhere min-w-0 text-accent-ink underline-offset-2 hover:underline"
          >
            <bdi>{fullName(person)}</bdi>
          </Link>
        ) : (
          <bdi className="wrap-anywhere min-w-0">{fullName(person)}</bdi>
        )}
        {person.staff && <Badge>Staff</Badge>}
        {person.student && <Badge>Student</Badge>}
        {!person.current && <Badge tone="warn">Ended</Badge>}
      </li>
    ))}
    {address.people > address.residents.filter(({ current }) => current).length && (
      <li className="text-muted text-xs">
        and {count(address.people - address.residents.filter(({ current }) => current).length)} more
      </li>
    )}
  </ul>
);
