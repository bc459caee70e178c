import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import type { RunRow } from '../run/run.ts';
import { beyondApproval } from './beyond-approval.ts';
import { exceededLimits } from './exceeded.ts';
import { guardFigures } from './figures.ts';
import { holdOf, insertHold } from './hold.ts';
import { readGuards } from './settings.ts';

/** What was approved for the previous validation stays approved, unless it has grown by more than its limit. */
export async function carryApproval(
  ctx: Context,
  tx: Transaction,
  run: RunRow & { validationId: string },
  previous: { validationId: string },
): Promise<void> {
  const hold = await holdOf(tx, previous);
  if (!hold?.approvedAt) return;
  const settings = await readGuards(tx);
  const figures = await guardFigures(tx, run);
  const above = figures ? exceededLimits(settings, figures) : [];
  if (beyondApproval(settings, hold.limits, above).length > 0) return;
  await insertHold(tx, { ...hold, id: ctx.newId(), validationId: run.validationId });
}
