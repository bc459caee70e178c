import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { assertRun } from '../run/assert-run.ts';
import { assertAllowed, latestRun } from '../run/run.ts';
import { actorId } from '../run/staging-shares.ts';
import { restartedMeanwhile } from './texts.ts';

/** A call under way: its records are copied aside, where nobody sees them until it is published. */
export interface OpenCall {
  id: string;
  runId: string;
  /** The run as the caller named it; undefined if they named none. */
  named: string | undefined;
  newId: () => string;
}

/** How a call's answers name its records. */
export interface CallPlaces {
  /** The pointer to the list in the body as sent: `/staffMembers`, or `''` for a bare array and for lines. */
  pointer: string;
  /** Where a record is, for a message: `at /staffMembers/3`, or `on line 5` of a file. */
  placeOf: (index: number) => string;
}

const insertCall = defineCommand(
  'open a transfer call',
  (orm, p: Params<{ id: string; runId: string; at: Date; sentById: string; sentBy: string }>) =>
    orm.insert(stagedCall).values({
      districtId: DISTRICT_ID,
      id: p.id,
      runId: p.runId,
      receivedAt: p.at,
      sentById: p.sentById,
      sentBy: p.sentBy,
    }),
);

const lockCall = defineQuery('lock an open transfer call', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ id: stagedCall.id })
    .from(stagedCall)
    .where(and(inDistrict(stagedCall), eq(stagedCall.id, p.id), isNull(stagedCall.firstSeq)))
    .for('key share'),
);

const deleteStaged = defineCommand('delete the staff of a call', (orm, p: Params<{ callId: string }>) =>
  orm.delete(stagedStaff).where(and(inDistrict(stagedStaff), eq(stagedStaff.callId, p.callId))),
);
const deleteSetAside = defineCommand('delete what a call set aside', (orm, p: Params<{ callId: string }>) =>
  orm.delete(setAsideStaff).where(and(inDistrict(setAsideStaff), eq(setAsideStaff.callId, p.callId))),
);
const deleteOpenCall = defineCommand('delete an open transfer call', (orm, p: Params<{ id: string }>) =>
  orm
    .delete(stagedCall)
    .where(and(inDistrict(stagedCall), eq(stagedCall.id, p.id), isNull(stagedCall.firstSeq))),
);

/**
 * Opens a call in the run that takes a transfer now. Clearing the staging finds the copied records by the call's row.
 * @throws Conflict
 */
export const openTransferCall = (ctx: Context, named: string | undefined): Promise<OpenCall> =>
  ctx.db.aside.inDistrict(ctx.district.id, async (tx) => {
    const run = await latestRun(tx);
    assertRun(run, named);
    assertAllowed(run, 'transfer');
    const call = { id: ctx.newId(), runId: run.id, named, newId: ctx.newId };
    const sender = { sentById: actorId(ctx.actor), sentBy: ctx.actor.name };
    await insertCall(tx, { id: call.id, runId: call.runId, at: ctx.now, ...sender });
    return call;
  });

/**
 * Keeps the staging from being cleared until the transaction ends.
 * @throws Conflict if it was cleared before; to a caller who named the run, as every call for that run is answered
 */
export async function assertOpen(tx: Transaction, { id, named }: OpenCall): Promise<void> {
  if (await lockCall.first(tx, { id })) return;
  assertRun(await latestRun(tx), named);
  throw new Conflict(restartedMeanwhile);
}

/**
 * Removes what a failed call has copied. What is left if this fails, too, goes with the run's staging: nobody reads it. A
 * call that is published stays: it also seems to fail if the connection breaks between the commit and its answer.
 */
export async function discardCall(ctx: Context, { id }: OpenCall): Promise<void> {
  await ctx.db.aside
    .inDistrict(ctx.district.id, async (tx) => {
      if ((await deleteOpenCall(tx, { id })) === 0) return;
      await deleteStaged(tx, { callId: id });
      await deleteSetAside(tx, { callId: id });
    })
    .catch(() => {});
}
