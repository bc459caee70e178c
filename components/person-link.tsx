import Link from 'next/link';
import { fullName } from './full-name.ts';

/** A person's name as a link to their page. */
export const PersonLink = ({ person }: { person: Parameters<typeof fullName>[0] & { id: string } }) => (
  <Link
    href={`/staff/${person.id}`}
    prefetch={false}
    className="block min-w-40 max-w-56 break-words font-medium text-accent-ink hover:underline"
  >
    <bdi>{fullName(person)}</bdi>
  </Link>
);
