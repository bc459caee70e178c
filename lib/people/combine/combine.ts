import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import { CampusChanged } from '../../change/campus-changed.ts';
import type { Change } from '../../change/change.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { resealSsn } from '../../crypto/seal-ssn.ts';
import { Conflict } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { ssnInTransit, ssnOfPerson } from '../../record/ssn-place.ts';
import { whyNot } from './check.ts';
import type { WholePerson } from './load.ts';
import { planCombination } from './plan.ts';
import { loadPair } from './preview.ts';
import type { Combine } from './schema.ts';

/**
 * Makes two people one (CMB-1): all that is the other's becomes the base's, and the other is gone. One transaction,
 * set-based, journaled with before-images at the base person, audited.
 * @throws NotFound; Conflict when it can't be done this way round, or when one of them changed since the preview
 */
export const combinePeople = (ctx: Context, pair: Combine): Promise<{ personId: string }> =>
  ctx.db
    .inDistrict(ctx.district.id, async (tx) => {
      // First the locks, in the order of the ids: from here on nobody else changes either of them.
      await tx.run(
        'select 1 from person where district_id = $1 and id = any($2::uuid[]) order by id for update',
        [tx.districtId, arrayLiteral([pair.baseId, pair.otherId])],
      );
      const { base, other } = await loadPair(ctx, tx, pair);
      const refused = whyNot(base, other);
      if (refused) throw new Conflict(refused);
      if (base.rev !== pair.baseRev || other.rev !== pair.otherRev) throw changedMeanwhile();
      await combine(ctx, tx, base, other);
      return { personId: base.id };
    })
    .catch((error) => {
      throw error instanceof CampusChanged ? changedMeanwhile() : error;
    });

const changedMeanwhile = () =>
  new Conflict(
    'One of these people was changed since the preview was made. Nothing was combined: look at it again.',
  );

async function combine(ctx: Context, tx: Transaction, base: WholePerson, other: WholePerson): Promise<void> {
  const staffNumber = base.staffNumber?.trim() || (other.staffNumber ?? '');
  const changes = planCombination(base, other, {
    today: todayOf(ctx),
    // In transit, as the writer of people takes it: for the number that the base will have.
    reseal: (ssn) =>
      resealSsn(
        ctx.keys,
        ssn,
        ssnOfPerson(tx.districtId, other.id),
        ssnInTransit(tx.districtId, staffNumber),
      ),
  });
  if (takesNumber(changes)) await giveNumberUp(tx, base, other);
  await applyPlans(tx, writerOf(ctx, 'combine'), [
    { personId: base.id, rev: base.rev, staffNumber, changes },
  ]);
  await moveRecords(tx, base.id, other.id);
  await moveHousemates(tx, base, other);
  await recordAudit(ctx, tx, {
    action: 'person.combine',
    target: base.id,
    detail: { combined: other.id, changes: changes.length },
  });
}

/** The base has no number of its own and takes the other's over. */
const takesNumber = (changes: readonly Change[]): boolean =>
  changes.some(
    (change) =>
      change.table === 'person' &&
      change.op === 'update' &&
      change.before.staffNumber !== change.after.staffNumber,
  );

/** Then the other must not hold it any more when it is claimed, and nobody else may (STAFF-1). */
async function giveNumberUp(tx: Transaction, base: WholePerson, other: WholePerson): Promise<void> {
  const holders = await tx.rows(
    'select 1 from person where district_id = $1 and staff_number_key = $2 and id <> $3 and id <> $4 limit 1',
    [tx.districtId, staffNumberKey(other.staffNumber ?? ''), base.id, other.id],
  );
  if (holders.length > 0)
    throw new Conflict(
      `Others have the staff number ${other.staffNumber?.trim()}, too. Nothing was combined: give each of them their own first.`,
    );
  await tx.run('update person set staff_number = null where district_id = $1 and id = $2', [
    tx.districtId,
    other.id,
  ]);
}

/** What tells of the other tells of the base now: the journal, results and report entries. */
async function moveRecords(tx: Transaction, baseId: string, otherId: string): Promise<void> {
  for (const table of ['change_journal', 'sync_result', 'difference'])
    await tx.run(`update ${table} set person_id = $2 where district_id = $1 and person_id = $3`, [
      tx.districtId,
      baseId,
      otherId,
    ]);
}

/** Who lives with the other may live with fewer people now: what was planned for them is to be planned again. */
async function moveHousemates(tx: Transaction, base: WholePerson, other: WholePerson): Promise<void> {
  const households = other.memberships.map(({ householdId }) => householdId);
  if (households.length === 0) return;
  await tx.run(
    `update person p set rev = p.rev + 1 where p.district_id = $1 and p.id <> $3 and p.id <> $4 and p.id in (
       select m.person_id from household_member m where m.district_id = $1 and m.household_id = any($2::uuid[]))`,
    [tx.districtId, arrayLiteral(households), base.id, other.id],
  );
}
