import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { DEFAULT_OFF_HOURS, type OffHours } from './schema.ts';

/** The district's off hours; every night in a district that has chosen nothing. */
export async function readOffHours(tx: Transaction): Promise<OffHours> {
  const stored = await tx.row<OffHours>('select days, begins, ends from off_hours where district_id = $1', [
    tx.districtId,
  ]);
  return stored ?? DEFAULT_OFF_HOURS;
}

/** An admin adjusts the off hours. A commit that is scheduled already keeps its window. */
export function saveOffHours(ctx: Context, settings: OffHours): Promise<OffHours> {
  const days = [...new Set(settings.days)].sort((a, b) => a - b);
  const after = { ...settings, days };
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const before = await readOffHours(tx);
    await tx.run(
      `insert into off_hours (district_id, id, days, begins, ends) values ($1, $2, $3, $4, $5)
       on conflict (district_id) do update
          set days = excluded.days, begins = excluded.begins, ends = excluded.ends`,
      [tx.districtId, ctx.newId(), days, after.begins, after.ends],
    );
    await recordAudit(ctx, tx, { action: 'sync.offHours', detail: { before, after } });
    return after;
  });
}
