import type { Context } from '../../context.ts';
import { latestRun } from '../run/run.ts';
import type { OffHours } from '../schedule/schema.ts';
import { readOffHours } from '../schedule/settings.ts';
import { listHeldOut } from './held-out.ts';
import { viewHold } from './hold.ts';
import type { GuardSettings, HeldOut, Hold } from './schema.ts';
import { readGuards } from './settings.ts';

export interface Guards {
  settings: GuardSettings;
  hold: Hold | null;
  heldOut: HeldOut[];
  offHours: OffHours;
}

/** All that the Commit Guards page shows. */
export function readAllGuards(ctx: Context): Promise<Guards> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => ({
    settings: await readGuards(tx),
    hold: await viewHold(ctx, tx, await latestRun(tx)),
    heldOut: await listHeldOut(tx),
    offHours: await readOffHours(tx),
  }));
}
