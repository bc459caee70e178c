import type { Context } from '../../context.ts';
import { assertAllowed, latestRun } from './run.ts';

/** Before a file is received that would be refused at its end. @throws Conflict when the run takes no transfer now */
export const assertTransfer = (ctx: Context): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => assertAllowed(await latestRun(tx), 'transfer'));
