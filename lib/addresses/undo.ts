import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import { formatStreetLine } from '../address/format.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { BY_HAND } from '../people/edit/edit-person.ts';
import { changeLocations, type LocationChange, lockAddresses, lockMembers } from './apply-decision.ts';
import { emptyDetails } from './details.ts';
import { locationsById } from './locations.ts';
import { addressesById, deciding, type PairAddress } from './pair.ts';
import { type MergeRecord, planUndo } from './plan.ts';
import type { Undone } from './schema.ts';

interface Decision {
  kind: 'merged' | 'different';
  firstId: string;
  secondId: string;
  before: MergeRecord | null;
  undoneAt: Date | null;
}

/**
 * Takes a decision back. Of a merge: the dropped address stands for itself again, and every location that nobody edited
 * since goes back to it; the others stay, and the answer says whose. Journaled and audited.
 * @throws NotFound; Conflict when it was undone already, or the kept address was merged in its turn
 */
export const undoDecision = (ctx: Context, { id }: { id: string }): Promise<Undone> =>
  deciding(ctx, async (tx) => {
    const { before: record, ...decision } = await load(tx, id);
    const undone = record ? await undoMerge(ctx, tx, decision, record) : { putBack: 0, stays: [] };
    const marked = await tx.run(
      `update address_decision set undone_at = $3, undone_by = $4
        where district_id = $1 and id = $2 and undone_at is null`,
      [tx.districtId, id, ctx.now, ctx.actor.name],
    );
    if (marked === 0) throw undoneAlready();
    await recordAudit(ctx, tx, {
      action: 'address.undo',
      target: decision.firstId,
      detail: {
        other: decision.secondId,
        decision: id,
        kind: decision.kind,
        putBack: undone.putBack,
        stays: undone.stays.length,
      },
    });
    return undone;
  });

const undoneAlready = () => new Conflict('This decision was taken back already. Look at the list again.');

async function load(tx: Transaction, id: string): Promise<Decision> {
  const decision = await tx.row<Decision>(
    `select kind, first_id as "firstId", second_id as "secondId", before, undone_at as "undoneAt"
       from address_decision where district_id = $1 and id = $2`,
    [tx.districtId, id],
  );
  if (!decision) throw new NotFound('There is no such decision in this district.');
  if (decision.undoneAt) throw undoneAlready();
  return decision;
}

async function undoMerge(
  ctx: Context,
  tx: Transaction,
  { firstId, secondId }: { firstId: string; secondId: string },
  record: MergeRecord,
): Promise<Undone> {
  const all = [...record.moved, ...record.joined.flatMap(({ into, removed }) => [into, ...removed])];
  const locked = await lockMembers(tx, [...new Set(all.map(({ before }) => before.householdId))]);
  await lockAddresses(tx, [firstId, secondId]);
  const addresses = await addressesById(tx, [firstId, secondId]);
  const [kept, dropped] = [addresses.get(firstId), addresses.get(secondId)] as [PairAddress, PairAddress];
  if (dropped.mergedInto === null) throw undoneAlready();
  if (kept.mergedInto !== null)
    throw new Conflict(
      `“${formatStreetLine(kept)}” was merged into another address since. Undo that merge first.`,
    );
  const now = await locationsById(
    tx,
    all.map(({ id }) => id),
  );
  const { back, stays } = planUndo(record, now);
  const why = {
    rule: BY_HAND,
    reason: `${ctx.actor.name} undid the merge of the address “${formatStreetLine(dropped)}” into “${formatStreetLine(kept)}”.`,
  };
  // Before the locations, for none may be written at an address that is merged.
  await tx.run('update address set merged_into = null where district_id = $1 and id = $2', [
    tx.districtId,
    secondId,
  ]);
  await tx.run(
    'update address set merged_into = $2 where district_id = $1 and id = any($3::uuid[]) and merged_into = $4',
    [tx.districtId, secondId, arrayLiteral(record.repointed), firstId],
  );
  await emptyDetails(tx, kept, record.filled);
  const changes = back.map(({ id, before, after }): LocationChange => {
    const row = { table: 'householdLocation' as const, id, after, ...why };
    return before ? { ...row, op: 'update', before } : { ...row, op: 'insert', before };
  });
  await changeLocations(ctx, tx, changes, locked);
  return {
    putBack: back.filter(({ after }) => after.addressId === secondId).length,
    stays: await whose(tx, stays),
  };
}

/** Who is or was in the households whose locations stay. */
const whose = (tx: Transaction, stays: readonly { householdId: string }[]): Promise<Undone['stays']> =>
  tx.rows(
    `select distinct m.person_id as id, i.last_name as "lastName", i.first_name as "firstName",
            i.middle_name as "middleName"
       from household_member m
       join identity i on i.district_id = $1 and i.person_id = m.person_id and i.current
      where m.district_id = $1 and m.household_id = any($2::uuid[])
      order by 2, 3, 1`,
    [tx.districtId, arrayLiteral(stays.map(({ householdId }) => householdId))],
  );
