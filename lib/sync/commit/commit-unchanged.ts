import type { Transaction } from '../../../db/client.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import { CampusChanged } from '../../change/campus-changed.ts';
import { readPeople } from '../../change/load/people.ts';
import { markManaged } from '../../change/plan/demographics.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { holdFence } from '../run/fence.ts';
import type { UnchangedPeople } from '../validate/unchanged-people.ts';
import type { Commit } from './commit-batch.ts';
import { recordProgress } from './record-progress.ts';
import { recordUnchangedResults, type UnchangedPerson } from './record-unchanged-results.ts';

/**
 * Commits people for whom HR and Campus already agree: they get their results in a separate transaction, and are marked
 * HR-managed (RO-1) if they are not yet.
 * @param rows of one validation, one after another
 * @returns their places in staged order, none if anyone was changed meanwhile: the caller then plans them all; and how many
 *   of them had to be marked
 * @throws Fenced
 */
export async function commitUnchanged(
  ctx: Context,
  { fence, excluded, done }: Commit,
  rows: readonly UnchangedPeople[],
): Promise<{ places: number[]; marked: number }> {
  const others = { excluded, done: rows.flatMap((row) => placesBetween(row.firstSeq, row.lastSeq, done)) };
  try {
    return await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      await holdFence(tx, fence);
      const people = await recordUnchangedResults(tx, fence, rows, others);
      const marked = await mark(ctx, tx, fence.runId, people);
      await recordProgress(tx, fence, Array(people.length).fill({ outcome: 'unchanged' }));
      return { places: people.map(({ seq }) => seq), marked };
    });
  } catch (error) {
    if (error instanceof CampusChanged) return { places: [], marked: 0 };
    throw error;
  }
}

function placesBetween(first: number, last: number, places: ReadonlySet<number>): number[] {
  if (places.size === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((place) => places.has(place));
}

/** Marks people that HR sends for the first time. @returns how many */
async function mark(
  ctx: Context,
  tx: Transaction,
  runId: string,
  people: readonly UnchangedPerson[],
): Promise<number> {
  const due = people.filter(({ managed }) => !managed);
  if (due.length === 0) return 0;
  const state = await readPeople(ctx.keys, tx, { ids: due.map(({ personId }) => personId) });
  const plans = due.map(({ personId, rev }) => {
    const person = state.get(personId);
    const change = person && markManaged(person, ctx.now.toISOString());
    if (!change) throw new CampusChanged('a person was removed or marked meanwhile');
    return { personId, rev, staffNumber: person.staffNumber ?? '', changes: [change] };
  });
  await applyPlans(tx, writerOf(ctx, 'hr', runId), plans);
  return due.length;
}
