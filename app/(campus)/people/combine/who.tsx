import { Lock } from 'lucide-react';
import { addressLine } from '../../../../components/address-line.ts';
import { calendarDate } from '../../../../components/dates.tsx';
import { fullName } from '../../../../components/full-name.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import type { DistinctPerson } from '../../../../lib/people/schema.ts';

const LIST = new Intl.ListFormat('en-US');
const ROLES = { staff: 'Staff', student: 'Student', guardian: 'Guardian' };

/** A person with all that tells them from another of the same name. */
export const Who = ({ person }: { person: DistinctPerson }) => (
  <span className="block min-w-0">
    <span className="flex flex-wrap items-center gap-1.5">
      <bdi className="wrap-anywhere font-medium">{fullName(person)}</bdi>
      {person.roles.map((role) => (
        <Badge key={role}>{ROLES[role]}</Badge>
      ))}
      {person.hrManaged && (
        <Badge>
          <Lock aria-hidden className="size-3" />
          HR
        </Badge>
      )}
    </span>
    <bdi className="block break-words text-muted text-xs">
      {[
        person.staffNumber?.trim() ? `Number ${person.staffNumber.trim()}` : 'No number',
        person.birthDate && `born ${calendarDate(person.birthDate)}`,
        person.position && [person.position.title, person.position.school].filter(Boolean).join(', '),
      ]
        .filter(Boolean)
        .join(' · ')}
    </bdi>
    <bdi className="block break-words text-muted text-xs">{livesWith(person)}</bdi>
  </span>
);

const MAX_CHILDREN = 3;

/** Where they live, their cell phone, and whose guardian they are. */
function livesWith({ home, cellPhone, children }: DistinctPerson): string {
  const more = children.length - MAX_CHILDREN;
  const named = [...children.slice(0, MAX_CHILDREN), ...(more > 0 ? [`${more} more`] : [])];
  return [home && addressLine(home), cellPhone, named.length > 0 && `guardian of ${LIST.format(named)}`]
    .filter(Boolean)
    .join(' · ');
}
