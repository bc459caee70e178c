import type { Context } from '../context.ts';
import { listExclusions } from './guards/exclusions.ts';
import { viewHold } from './guards/hold.ts';
import type { Exclusion, GuardSettings, Hold } from './guards/schema.ts';
import { readGuards } from './guards/settings.ts';
import { latestRun } from './run/run.ts';
import type { OffHours } from './schedule/schema.ts';
import { readOffHours } from './schedule/settings.ts';
import { readSettings, type SyncSettings } from './settings.ts';

export interface GuardsOverview {
  settings: GuardSettings;
  hold: Hold | null;
  excluded: Exclusion[];
  offHours: OffHours;
  syncSettings: SyncSettings;
}

/** All that the Commit Guards page shows. */
export function guardsOverview(ctx: Context): Promise<GuardsOverview> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => ({
    settings: await readGuards(tx),
    hold: await viewHold(ctx, tx, await latestRun(tx)),
    excluded: await listExclusions(tx),
    offHours: await readOffHours(tx),
    syncSettings: await readSettings(tx),
  }));
}
