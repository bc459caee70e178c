import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { JournalChange } from './images.ts';

/** A run's journal entry. */
export interface Entry {
  personId: string;
  rev: number;
  changes: JournalChange[];
}

/** The next people of a run's journal, in the order of their ids. */
export async function nextPeople(
  tx: Transaction,
  runId: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const people = await tx.tuples<[string]>(
    `select distinct person_id from change_journal
      where district_id = $1 and run_id = $2 and ($3::uuid is null or person_id > $3)
      order by person_id limit $4`,
    [tx.districtId, runId, after ?? null, limit],
  );
  return people.map(([id]) => id);
}

/** What a run's journal says of these people, by person, the latest entry first. */
export async function entriesOf(
  tx: Transaction,
  runId: string,
  people: readonly string[],
): Promise<Map<string, Entry[]>> {
  const tuples = await tx.tuples<[string, number, JournalChange[]]>(
    `select person_id, rev, changes from change_journal
      where district_id = $1 and run_id = $2 and person_id = any($3::uuid[])
      order by person_id, rev desc, id desc`,
    [tx.districtId, runId, arrayLiteral(people)],
  );
  return Map.groupBy(
    tuples.map(([personId, rev, changes]) => ({ personId, rev, changes })),
    ({ personId }) => personId,
  );
}
