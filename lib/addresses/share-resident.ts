import type { Inhabited } from './schema.ts';

type Resident = Inhabited['residents'][number];
/** A person in Campus twice, as parent and as staff, has two ids. */
const known = ({ id, lastName, firstName }: Resident): string[] => [
  id,
  `${lastName}, ${firstName}`.toLowerCase(),
];

/** Whether somebody of one address is also known at the other: then the two are likely one. */
export function shareResident(first: Inhabited, second: Inhabited): boolean {
  const there = new Set(first.residents.flatMap(known));
  return second.residents.some((resident) => known(resident).some((name) => there.has(name)));
}
