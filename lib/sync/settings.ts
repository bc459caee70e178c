import { getTableColumns } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { syncSetting } from '../../db/schema/sync.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';

/** What a district chooses for its synchronizations. */
export const syncSettingsSchema = z.strictObject({
  /** Above this many staged staff `commit` answers 409 and points to the job (SYNC-8); null: no limit. */
  commitLimit: z.int().min(1).max(1_000_000).nullable(),
  /** Positions that HR leaves out stay (SYNC-11). */
  keepUnlistedPositions: z.boolean(),
  /** A middle initial that begins the stored middle name is no difference (ID-6), in single calls, too. */
  initialIsNoChange: z.boolean(),
});
export type SyncSettings = z.infer<typeof syncSettingsSchema>;

const { districtId: _d, id: _i, ...SETTINGS } = getTableColumns(syncSetting);

const settings = defineQuery('settings of synchronizations', (orm) =>
  orm.select(SETTINGS).from(syncSetting).where(inDistrict(syncSetting)),
);
const storeSettings = defineCommand(
  'save settings of synchronizations',
  (orm, p: Params<SyncSettings & { id: string }>) => {
    const chosen = {
      commitLimit: asStored(p.commitLimit, SETTINGS.commitLimit),
      keepUnlistedPositions: asStored(p.keepUnlistedPositions, SETTINGS.keepUnlistedPositions),
      initialIsNoChange: asStored(p.initialIsNoChange, SETTINGS.initialIsNoChange),
    };
    return orm
      .insert(syncSetting)
      .values({ districtId: DISTRICT_ID, id: p.id, ...chosen })
      .onConflictDoUpdate({ target: syncSetting.districtId, set: chosen });
  },
);

const DEFAULTS: SyncSettings = { commitLimit: null, keepUnlistedPositions: false, initialIsNoChange: false };

/** What the district has chosen for its synchronizations. */
export const readSettings = async (tx: Transaction): Promise<SyncSettings> =>
  (await settings.first(tx)) ?? DEFAULTS;

/** An admin changes the settings. A commit that is running keeps `keepUnlistedPositions` as it began. */
export function saveSettings(ctx: Context, after: SyncSettings): Promise<SyncSettings> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const before = await readSettings(tx);
    await storeSettings(tx, { ...after, id: ctx.newId() });
    await recordAudit(ctx, tx, { action: 'sync.settings', detail: { before, after } });
    return after;
  });
}
