import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { alertSetting } from '../../db/schema/alert.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { type AlertSettings, DEFAULT_ALERTS } from './schema.ts';

const settings = defineQuery('when a district is notified of errors', (orm) =>
  orm
    .select({
      errorLimit: alertSetting.errorLimit,
      errorHours: alertSetting.errorHours,
      silentDays: alertSetting.silentDays,
    })
    .from(alertSetting)
    .where(inDistrict(alertSetting)),
);
const storeSettings = defineCommand(
  'save when a district is notified of errors',
  (orm, p: Params<AlertSettings & { id: string }>) => {
    const chosen = {
      errorLimit: asStored(p.errorLimit, alertSetting.errorLimit),
      errorHours: asStored(p.errorHours, alertSetting.errorHours),
      silentDays: asStored(p.silentDays, alertSetting.silentDays),
    };
    return orm
      .insert(alertSetting)
      .values({ districtId: DISTRICT_ID, id: p.id, ...chosen })
      .onConflictDoUpdate({
        target: alertSetting.districtId,
        // Another limit can be exceeded again.
        set: { ...chosen, errorsNotifiedAt: null },
      });
  },
);

/** The district's limits, or the defaults. */
export const readAlertSettings = async (tx: Transaction): Promise<AlertSettings> =>
  (await settings.first(tx)) ?? DEFAULT_ALERTS;

/** For the page. */
export const alertSettings = (ctx: Context): Promise<AlertSettings> =>
  ctx.db.inDistrict(ctx.district.id, readAlertSettings);

/** An admin changes the limits. If the errors exceed the new one, the district is notified again. */
export const saveAlertSettings = (ctx: Context, after: AlertSettings): Promise<AlertSettings> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const before = await readAlertSettings(tx);
    await storeSettings(tx, { ...after, id: ctx.newId() });
    await recordAudit(ctx, tx, { action: 'notification.limits', detail: { before, after } });
    return after;
  });
