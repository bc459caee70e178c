import type { Context } from '../../context.ts';
import { assertRun } from './assert-run.ts';
import { assertAllowed, latestRun } from './run.ts';

/**
 * Before a file is received that would be refused at its end.
 * @param runId the run that the caller means; without it the live one
 * @throws Conflict when the run takes no transfer now
 */
export const assertTransfer = (ctx: Context, runId?: string): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await latestRun(tx);
    assertRun(run, runId);
    assertAllowed(run, 'transfer');
  });
