import type { Transaction } from '../../../db/client.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import type { PlannedPerson } from '../../change/planned-person.ts';
import { writeInHalves } from '../../change/retry.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { resealSsn } from '../../crypto/seal-ssn.ts';
import { ssnInTransit, ssnOfPerson } from '../../record/ssn-place.ts';
import { recordProgress } from '../commit/record-progress.ts';
import { type CommitOutcome, recordResults, refusedByDatabase } from '../commit/record-results.ts';
import { type Fence, holdFence } from '../run/fence.ts';
import { loadUndo, type UndoPerson } from './load.ts';
import { keptWarnings, staffNumberOf, undoOutcome } from './outcome.ts';
import type { PersonUndo } from './person-state.ts';
import { planUndo } from './plan-undo.ts';
import { toChange } from './to-change.ts';

export interface Undo {
  fence: Fence;
  /** The run whose journal is undone. */
  undoes: string;
  reason: string;
}

/**
 * Undoes one batch of a run's people in one transaction, with journal, results and progress. What the database
 * refuses is halved until the person that fails is found (as in a commit, SYNC-9).
 *
 * @param first the place of the batch's first person in the results
 * @throws Fenced
 */
export const undoBatch = (
  ctx: Context,
  undo: Undo,
  people: readonly string[],
  first: number,
): Promise<void> =>
  writeInHalves(
    people,
    (part, place) => ctx.db.inDistrict(ctx.district.id, (tx) => write(ctx, undo, tx, part, place)),
    (personId, place, error) => recordRefusal(ctx, undo, personId, place, error),
    first,
  );

async function write(
  ctx: Context,
  undo: Undo,
  tx: Transaction,
  ids: readonly string[],
  first: number,
): Promise<void> {
  await holdFence(tx, undo.fence);
  const { people, context } = await loadUndo(ctx, tx, undo.undoes, ids, { lock: true });
  const undone = people.map((person) => ({ person, plan: planUndo(person, person.state, context) }));
  const plans = undone.map(({ person, plan }) => planned(ctx, tx, undo, person, plan));
  await applyPlans(tx, writerOf(ctx, 'undo', undo.fence.runId), plans);
  const outcomes = undone.map(({ person, plan }, at) => ({
    seq: first + at,
    staffNumber: staffNumberOf(person),
    outcome: undoOutcome(plan),
    personId: person.personId,
    warnings: keptWarnings(plan.kept),
    errors: [],
  }));
  await record(ctx, tx, undo, outcomes);
}

function planned(
  ctx: Context,
  tx: Transaction,
  { reason }: Undo,
  person: UndoPerson,
  plan: PersonUndo,
): PlannedPerson {
  const changes = plan.changes.map((change) =>
    toChange(change, reason, (ssn, staffNumber) =>
      resealSsn(
        ctx.keys,
        ssn,
        ssnOfPerson(tx.districtId, person.personId),
        ssnInTransit(tx.districtId, staffNumber),
      ),
    ),
  );
  const own = changes.find((change) => change.table === 'person');
  return {
    personId: person.personId,
    // A restored person continues with the rev of their last journal entry.
    rev: person.rev ?? person.entries[0]?.rev ?? null,
    staffNumber: own?.table === 'person' ? (own.after?.staffNumber ?? '') : staffNumberOf(person),
    changes,
  };
}

async function record(
  ctx: Context,
  tx: Transaction,
  { fence }: Undo,
  outcomes: readonly CommitOutcome[],
): Promise<void> {
  await recordResults(ctx, tx, fence, outcomes);
  await recordProgress(tx, fence, outcomes);
}

async function recordRefusal(
  ctx: Context,
  undo: Undo,
  personId: string,
  seq: number,
  error: unknown,
): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await holdFence(tx, undo.fence);
    const { people } = await loadUndo(ctx, tx, undo.undoes, [personId], { lock: false });
    const staffNumber = people[0] ? staffNumberOf(people[0]) : '';
    await record(ctx, tx, undo, [{ seq, ...refusedByDatabase(staffNumber, error), personId }]);
  });
}
