import Link from 'next/link';
import { fullName } from '../../../../components/full-name.ts';
import type { PersonRow } from '../../../../lib/people/schema.ts';
import { staffNumberKey } from '../../../../lib/record/record.ts';
import { CHECK_TEXTS } from './texts.ts';

/** Of people who share a number: leads to Combine Person (CMB-1), with both chosen where the number has two people. */
export function CombineLink({ person, rows }: { person: PersonRow; rows: readonly PersonRow[] }) {
  const key = staffNumberKey(person.staffNumber ?? '');
  const others = rows.filter(
    ({ id, staffNumber }) => id !== person.id && staffNumberKey(staffNumber ?? '') === key,
  );
  const other = others.length === 1 ? others[0] : undefined;
  const chosen = new URLSearchParams({ base: person.id, ...(other && { other: other.id }) });
  return (
    <span className="mt-1.5 block text-muted text-xs">
      {CHECK_TEXTS.samePerson()}{' '}
      <Link
        href={`/people/combine?${chosen}`}
        prefetch={false}
        aria-label={CHECK_TEXTS.combine(fullName(person), other && fullName(other))}
        className="font-medium text-accent-ink underline"
      >
        Combine
      </Link>
    </span>
  );
}
