import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { staffNumberKey } from '../../record/record.ts';
import { Moved } from '../campus-changed.ts';
import type { PlannedPerson } from '../planned-person.ts';

/**
 * Before people get a number, by being created or by an edit: takes each number's lock until the transaction ends, then
 * looks again whether somebody else has the number by now. The index on it can't be unique, because Campus has duplicates (CHK-1).
 */
export async function claimNumbers(tx: Transaction, plans: readonly PlannedPerson[]): Promise<void> {
  const keys = plans.flatMap(newNumber);
  if (keys.length === 0) return;
  const sorted = arrayLiteral(keys.sort());
  await tx.run(
    `select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || number, 0))
       from (select number from unnest($2::text[]) as asked(number) order by number) as sorted`,
    [tx.districtId, sorted],
  );
  const taken = await tx.rows(
    'select 1 from person where district_id = $1 and staff_number_key = any($2::text[]) limit 1',
    [tx.districtId, sorted],
  );
  if (taken.length > 0) throw new Moved('a staff number was taken meanwhile');
}

/** The number that someone has not had before; HR's own changes of a number differ in spelling only. */
function newNumber({ rev, staffNumber, changes }: PlannedPerson): string[] {
  const change = changes.find(({ table }) => table === 'person');
  // Who is put back by an undo has a rev already.
  if (rev === null || change?.op === 'insert') return [staffNumberKey(staffNumber)].filter(Boolean);
  if (change?.table !== 'person' || change.op !== 'update') return [];
  const [before, after] = [change.before, change.after].map((row) => staffNumberKey(row.staffNumber ?? ''));
  return after && after !== before ? [after] : [];
}
