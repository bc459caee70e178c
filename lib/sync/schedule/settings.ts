import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { offHours } from '../../../db/schema/guards.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { DEFAULT_OFF_HOURS, type OffHours } from './schema.ts';

const offHoursOfDistrict = defineQuery('the off hours', (orm) =>
  orm
    .select({ days: offHours.days, begins: offHours.begins, ends: offHours.ends })
    .from(offHours)
    .where(inDistrict(offHours)),
);
const storeOffHours = defineCommand('save the off hours', (orm, p: Params<OffHours & { id: string }>) => {
  const settings = {
    days: asStored(p.days, offHours.days),
    begins: asStored(p.begins, offHours.begins),
    ends: asStored(p.ends, offHours.ends),
  };
  return orm
    .insert(offHours)
    .values({ districtId: DISTRICT_ID, id: p.id, ...settings })
    .onConflictDoUpdate({ target: offHours.districtId, set: settings });
});

/** The district's off hours; every night in a district that has chosen nothing. */
export const readOffHours = async (tx: Transaction): Promise<OffHours> =>
  (await offHoursOfDistrict.first(tx)) ?? DEFAULT_OFF_HOURS;

/** An admin changes the off hours. A commit that is scheduled already keeps its window. */
export function saveOffHours(ctx: Context, settings: OffHours): Promise<OffHours> {
  const days = [...new Set(settings.days)].sort((a, b) => a - b);
  const after = { ...settings, days };
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const before = await readOffHours(tx);
    await storeOffHours(tx, { ...after, id: ctx.newId() });
    await recordAudit(ctx, tx, { action: 'sync.offHours', detail: { before, after } });
    return after;
  });
}
