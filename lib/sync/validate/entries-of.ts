import type { NewEntry } from '../../report/difference-writer.ts';
import { differencesOf } from '../../report/differences/differences.ts';
import { boundEntries } from '../../report/people/bound.ts';
import { whoseEntries } from '../../report/people/whose.ts';
import type { Planned } from '../batch/plan-batch.ts';

/** A planned person and what the report lists of them. */
export interface Listed extends Planned {
  entries: NewEntry[];
}

/** The entries of the report that a planned person makes, in report order. Pure. */
export function entriesOf({ plan, record, people }: Planned): NewEntry[] {
  const person = people.length === 1 ? (people[0] ?? null) : null;
  const of = { staffNumber: record.staffNumber, personId: person?.id ?? null };
  const entries = differencesOf(plan, record, person).map((entry) => ({ ...entry, ...of }));
  return boundEntries(entries, whoseEntries(plan, record, person));
}
