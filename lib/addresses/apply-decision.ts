import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import { applyPlans } from '../change/apply/apply-plans.ts';
import { writers } from '../change/apply/row-writers.ts';
import { Moved } from '../change/campus-changed.ts';
import type { ChangeOf } from '../change/change.ts';
import { writerOf } from '../change/writer.ts';
import type { Context } from '../context.ts';

export type LocationChange = ChangeOf<'householdLocation'>;

interface Member {
  householdId: string;
  id: string;
  rev: number;
  staffNumber: string | null;
}

/**
 * Locks everyone who is or was in these households, in the order of their ids: from here on nobody else changes where they
 * live. People come before addresses, as in every write of HR's.
 */
export async function lockMembers(tx: Transaction, householdIds: readonly string[]): Promise<Set<string>> {
  const locked = await tx.rows<{ id: string }>(
    `select p.id from person p
      where p.district_id = $1 and p.id in (
            select m.person_id from household_member m
             where m.district_id = $1 and m.household_id = any($2::uuid[]))
      order by p.id for update`,
    [tx.districtId, arrayLiteral(householdIds)],
  );
  return new Set(locked.map(({ id }) => id));
}

/** Locks addresses, in the order of their ids, against locations that others are about to write. */
export const lockAddresses = (tx: Transaction, ids: readonly string[]): Promise<unknown> =>
  tx.run('select 1 from address where district_id = $1 and id = any($2::uuid[]) order by id for update', [
    tx.districtId,
    arrayLiteral(ids),
  ]);

/**
 * Writes locations by the path of every change: in the plan, the journal and the `rev` of each member of their households.
 * @throws Moved when a household has a member who is not `locked`
 */
export async function changeLocations(
  ctx: Context,
  tx: Transaction,
  changes: readonly LocationChange[],
  locked: ReadonlySet<string>,
): Promise<void> {
  const byHousehold = Map.groupBy(changes, ({ before, after }) => (after ?? before)?.householdId as string);
  const members = await tx.rows<Member>(
    `select m.household_id as "householdId", p.id, p.rev, p.staff_number as "staffNumber"
       from household_member m join person p on p.district_id = $1 and p.id = m.person_id
      where m.district_id = $1 and m.household_id = any($2::uuid[]) order by p.id`,
    [tx.districtId, arrayLiteral([...byHousehold.keys()])],
  );
  if (members.some(({ id }) => !locked.has(id))) throw new Moved('somebody moved into the household');
  const plans = [...Map.groupBy(members, ({ id }) => id).values()].map((own) => {
    const { id: personId, rev, staffNumber } = own[0] as Member;
    const theirs = own.flatMap(({ householdId }) => byHousehold.get(householdId) ?? []);
    return { personId, rev, staffNumber: staffNumber ?? '', changes: theirs };
  });
  await applyPlans(tx, writerOf(ctx), plans);
  const inhabited = new Set(members.map(({ householdId }) => householdId));
  await writeEmpty(
    tx,
    [...byHousehold].flatMap(([householdId, theirs]) => (inhabited.has(householdId) ? [] : theirs)),
  );
}

/** Of households without a single member, which nobody's journal tells of. */
async function writeEmpty(tx: Transaction, changes: readonly LocationChange[]): Promise<void> {
  const rows = (op: 'insert' | 'update') =>
    changes.flatMap((change) =>
      change.op === op && change.after ? [{ id: change.id, ...change.after }] : [],
    );
  await writers.householdLocation.update(tx, rows('update'));
  await writers.householdLocation.insert(tx, rows('insert'));
  await writers.householdLocation.remove(
    tx,
    changes.flatMap(({ op, id }) => (op === 'delete' ? [id] : [])),
  );
}
