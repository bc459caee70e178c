import type { Transaction } from '../../../db/client.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import { CampusChanged } from '../../change/campus-changed.ts';
import { readPeople } from '../../change/load/people.ts';
import { markManaged } from '../../change/plan/demographics.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import type { Stretch } from '../batch/batches.ts';
import { holdFence } from '../run/fence.ts';
import { type Passed, passOver } from '../validate/unchanged.ts';
import type { Commit } from './commit-batch.ts';
import { recordProgress } from './record-progress.ts';

const NOBODY: ReadonlySet<number> = new Set();

/**
 * Those of the stretch whom HR's record would not change have their results in a transaction of their own, and the mark of
 * RO-1 where they don't have it yet.
 * @returns their places in staged order; nobody's, if one of them was touched at the same time: plans will tell
 * @throws Fenced
 */
export async function passUnchanged(
  ctx: Context,
  { fence, unchanged, heldOut, done }: Commit,
  stretch: Stretch,
): Promise<ReadonlySet<number>> {
  if (!unchanged?.stretches.has(stretch.from)) return NOBODY;
  const places = Array.from({ length: stretch.records }, (_, i) => stretch.from + i);
  const doneHere = places.filter((seq) => done.has(seq));
  try {
    return await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      await holdFence(tx, fence);
      const found = { validationId: unchanged.validationId, firstSeq: stretch.from };
      const passed = await passOver(tx, fence, found, { heldOut, done: doneHere });
      await mark(ctx, tx, fence.runId, passed);
      await recordProgress(tx, fence, Array(passed.length).fill({ outcome: 'unchanged' }));
      return new Set(passed.map(({ seq }) => seq));
    });
  } catch (error) {
    if (error instanceof CampusChanged) return NOBODY;
    throw error;
  }
}

/** HR's first touch of someone with whom it agrees in everything. */
async function mark(ctx: Context, tx: Transaction, runId: string, passed: readonly Passed[]): Promise<void> {
  const due = passed.filter(({ managed }) => !managed);
  if (due.length === 0) return;
  const people = await readPeople(tx, { ids: due.map(({ personId }) => personId) });
  const plans = due.map(({ personId, rev }) => {
    const person = people.get(personId);
    const change = person && markManaged(person, ctx.now.toISOString());
    if (!change) throw new CampusChanged('a person was removed or marked meanwhile');
    return { personId, rev, staffNumber: person.staffNumber ?? '', changes: [change] };
  });
  await applyPlans(tx, writerOf(ctx, 'hr', runId), plans);
}
