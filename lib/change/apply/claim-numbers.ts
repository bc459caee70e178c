import { and, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { person } from '../../../db/schema/person.ts';
import { unnested } from '../../../db/unnested.ts';
import { staffNumberKey } from '../../record/record.ts';
import { CampusChanged } from '../campus-changed.ts';
import type { PlannedPerson } from '../planned-person.ts';

const lockNumbers = defineQuery('lock staff numbers', (orm, p: Params<{ keys: readonly string[] }>) => {
  const asked = unnested('asked', { number: [person.staffNumberKey, p.keys] });
  const sorted = orm
    .select({ number: asked.columns.number.as('number') })
    .from(asked.table)
    .orderBy(asked.columns.number)
    .as('sorted');
  return orm
    .select({
      lock: sql`pg_advisory_xact_lock(hashtextextended(${DISTRICT_ID}::text || ' ' || ${sorted.number}, 0))`,
    })
    .from(sorted);
});
const holderOf = defineQuery('a holder of staff numbers', (orm, p: Params<{ keys: readonly string[] }>) =>
  orm
    .select({ id: person.id })
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.staffNumberKey, p.keys)))
    .limit(1),
);

/**
 * Before people get a number, by being created or by an edit: takes each number's lock until the transaction ends, then
 * checks again that nobody else has the number. The index on it can't be unique, because Campus has duplicates (CHK-1).
 */
export async function claimNumbers(tx: Transaction, plans: readonly PlannedPerson[]): Promise<void> {
  const keys = plans.flatMap(newNumber).sort();
  if (keys.length === 0) return;
  await lockNumbers(tx, { keys });
  if (await holderOf.first(tx, { keys })) throw new CampusChanged('a staff number was taken meanwhile');
}

/** The number that someone has not had before; HR's own changes of a number differ in spelling only. */
function newNumber({ rev, staffNumber, changes }: PlannedPerson): string[] {
  const change = changes.find(({ table }) => table === 'person');
  // A person restored by an undo has a rev already.
  if (rev === null || change?.op === 'insert') return [staffNumberKey(staffNumber)].filter(Boolean);
  if (change?.table !== 'person' || change.op !== 'update') return [];
  const [before, after] = [change.before, change.after].map((row) => staffNumberKey(row.staffNumber ?? ''));
  return after && after !== before ? [after] : [];
}
