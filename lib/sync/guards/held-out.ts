import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound, type Warning } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { HeldOut, HoldOut } from './schema.ts';

/** Whom commits pass over, by their numbers' keys. */
export async function heldOutKeys(tx: Transaction): Promise<ReadonlySet<string>> {
  const rows = await tx.tuples<[string]>('select staff_number_key from held_out where district_id = $1', [
    tx.districtId,
  ]);
  return new Set(rows.map(([key]) => key));
}

/** What a commit says of someone it passed over. */
export const HELD_OUT: Warning = {
  code: 'heldOut',
  message:
    'An admin of the district holds this person out of commits until they are let in. Nothing was changed.',
};

export async function listHeldOut(tx: Transaction): Promise<HeldOut[]> {
  const rows = await tx.rows<Omit<HeldOut, 'heldAt'> & { heldAt: Date }>(
    `select staff_number as "staffNumber", reason, held_at as "heldAt", held_by as "heldBy"
       from held_out where district_id = $1 order by staff_number_key`,
    [tx.districtId],
  );
  return rows.map((row) => ({ ...row, heldAt: row.heldAt.toISOString() }));
}

/** Commits pass the person over from now on, as results of their own kind (SYNC-13). @throws Conflict if they do already */
export async function holdOut(ctx: Context, { staffNumber, reason }: HoldOut): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const added = await tx.run(
      `insert into held_out (district_id, id, staff_number_key, staff_number, reason, held_at, held_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (district_id, staff_number_key) do nothing`,
      [tx.districtId, ctx.newId(), staffNumberKey(staffNumber), staffNumber, reason, ctx.now, ctx.actor.name],
    );
    if (added === 0) throw new Conflict(`${staffNumber} is held out already.`);
    await recordAudit(ctx, tx, { action: 'sync.holdOut', target: staffNumber, detail: { reason } });
  });
}

/** @throws NotFound when the person is not held out */
export async function letIn(ctx: Context, { staffNumber }: { staffNumber: string }): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const removed = await tx.run('delete from held_out where district_id = $1 and staff_number_key = $2', [
      tx.districtId,
      staffNumberKey(staffNumber),
    ]);
    if (removed === 0) throw new NotFound(`${staffNumber} is not held out.`);
    await recordAudit(ctx, tx, { action: 'sync.letIn', target: staffNumber });
  });
}
