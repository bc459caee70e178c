import type { Transaction } from '../../../db/client.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import { CampusChanged } from '../../change/campus-changed.ts';
import { readPeople } from '../../change/load/people.ts';
import { markManaged } from '../../change/plan/demographics.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import type { StagedBatch } from '../batch/batches.ts';
import { holdFence } from '../run/fence.ts';
import type { Commit } from './commit-batch.ts';
import { recordProgress } from './record-progress.ts';
import { recordUnchangedResults, type UnchangedPerson } from './record-unchanged-results.ts';

const NOBODY: ReadonlySet<number> = new Set();

/**
 * Commits the people of a batch for whom HR and Campus already agree: they get their results in a separate transaction, and
 * are marked HR-managed (RO-1) if they are not yet.
 * @returns their places in staged order; an empty set if anyone was changed meanwhile: the caller then plans the whole batch
 * @throws Fenced
 */
export async function commitUnchanged(
  ctx: Context,
  { fence, unchanged, excluded, done }: Commit,
  batch: StagedBatch,
): Promise<ReadonlySet<number>> {
  if (!unchanged?.firstSeqs.has(batch.from)) return NOBODY;
  const places = Array.from({ length: batch.records }, (_, i) => batch.from + i);
  const others = { excluded, done: places.filter((seq) => done.has(seq)) };
  try {
    return await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      await holdFence(tx, fence);
      const remembered = { validationId: unchanged.validationId, firstSeq: batch.from };
      const people = await recordUnchangedResults(tx, fence, remembered, others);
      await mark(ctx, tx, fence.runId, people);
      await recordProgress(tx, fence, Array(people.length).fill({ outcome: 'unchanged' }));
      return new Set(people.map(({ seq }) => seq));
    });
  } catch (error) {
    if (error instanceof CampusChanged) return NOBODY;
    throw error;
  }
}

/** Marks people that HR sends for the first time. */
async function mark(
  ctx: Context,
  tx: Transaction,
  runId: string,
  people: readonly UnchangedPerson[],
): Promise<void> {
  const due = people.filter(({ managed }) => !managed);
  if (due.length === 0) return;
  const state = await readPeople(ctx.keys, tx, { ids: due.map(({ personId }) => personId) });
  const plans = due.map(({ personId, rev }) => {
    const person = state.get(personId);
    const change = person && markManaged(person, ctx.now.toISOString());
    if (!change) throw new CampusChanged('a person was removed or marked meanwhile');
    return { personId, rev, staffNumber: person.staffNumber ?? '', changes: [change] };
  });
  await applyPlans(tx, writerOf(ctx, 'hr', runId), plans);
}
