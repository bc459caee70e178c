import { and, not, sql } from 'drizzle-orm';
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
const holderOf = defineQuery(
  'a holder of staff numbers',
  (orm, p: Params<{ keys: readonly string[]; leaving: readonly string[] }>) =>
    orm
      .select({ id: person.id })
      .from(person)
      .where(
        and(inDistrict(person), isOneOf(person.staffNumberKey, p.keys), not(isOneOf(person.id, p.leaving))),
      )
      .limit(1),
);

/**
 * Before people get a number, by being created or by an edit: takes each number's lock until the transaction ends, then
 * checks again that nobody else has the number. The index on it can't be unique, because Campus has duplicates (CHK-1).
 * Who gives up a number in the same batch does not have it: their `rev` says that they still had it until now.
 */
export async function claimNumbers(tx: Transaction, plans: readonly PlannedPerson[]): Promise<void> {
  const claimed = plans.map((plan) => ({ id: plan.personId, keys: newNumber(plan), isNew: isNew(plan) }));
  const keys = claimed.flatMap((plan) => plan.keys).sort();
  if (keys.length === 0) return;
  await lockNumbers(tx, { keys });
  const leaving = claimed.flatMap((plan) => (plan.keys.length > 0 && !plan.isNew ? [plan.id] : []));
  if (await holderOf.first(tx, { keys, leaving }))
    throw new CampusChanged('a staff number was taken meanwhile');
}

/** The number that someone has not had before; HR's own changes of a number differ in spelling only. */
function newNumber({ rev, staffNumber, changes }: PlannedPerson): string[] {
  const change = changes.find(({ table }) => table === 'person');
  if (isNew({ rev, changes })) return [staffNumberKey(staffNumber)].filter(Boolean);
  if (change?.table !== 'person' || change.op !== 'update') return [];
  const [before, after] = [change.before, change.after].map((row) => staffNumberKey(row.staffNumber ?? ''));
  return after && after !== before ? [after] : [];
}

/** A person restored by an undo has a rev already. */
const isNew = ({ rev, changes }: Pick<PlannedPerson, 'rev' | 'changes'>): boolean =>
  rev === null || changes.some(({ table, op }) => table === 'person' && op === 'insert');
