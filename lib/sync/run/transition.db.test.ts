import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { Conflict } from '../../failure.ts';
import { createRun } from './create-run.ts';
import { Fenced } from './fence.ts';
import { runById } from './run.ts';
import { RUN_STATES, type RunState, TRANSITIONS, type Transition } from './states.ts';
import { transition, transitionByJob } from './transition.ts';

const setState = defineCommand('test: set a run’s state', (orm, p: Params<{ id: string; state: RunState }>) =>
  orm
    .update(syncRun)
    .set({ status: asStored(p.state, syncRun.status) })
    .where(and(inDistrict(syncRun), eq(syncRun.id, p.id))),
);

const NAMES = Object.keys(TRANSITIONS) as Transition[];

test.each(NAMES)('SYNC-1 %s is possible from the states of the table, and from no other', async (name) => {
  const ctx = await testDistrict();
  const { from, to }: { from: readonly RunState[]; to: RunState } = TRANSITIONS[name];
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const id = await createRun(ctx, tx, { kind: 'synchronization' });
    for (const state of RUN_STATES) {
      await setState(tx, { id, state });
      const [before, refusal] = [
        await runById(tx, id),
        await refusalOf(transition(tx, { id }, name, ctx.now)),
      ];
      if (from.includes(state)) expect([refusal, await stateOf(tx, id)]).toEqual([undefined, to]);
      else {
        expect(refusal).toBeInstanceOf(Conflict);
        expect(await runById(tx, id)).toEqual(before);
      }
    }
  });
});

test('a job changes the state of its run only under its own attempt', async () => {
  const ctx = await testDistrict();
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const runId = await createRun(ctx, tx, { kind: 'synchronization' });
    await setState(tx, { id: runId, state: 'committing' });
    const fence = { runId, jobId: ctx.newId(), attempt: 0 };
    const other = await refusalOf(transitionByJob(tx, { ...fence, attempt: 1 }, 'complete', ctx.now));
    expect([other instanceof Fenced, await stateOf(tx, runId)]).toEqual([true, 'committing']);
    await transitionByJob(tx, fence, 'complete', ctx.now);
    expect(await runById(tx, runId)).toMatchObject({ status: 'committed', committedAt: ctx.now });
    await expect(transitionByJob(tx, fence, 'complete', ctx.now)).rejects.toThrow(Fenced);
  });
});

const stateOf = async (tx: Transaction, id: string) => (await runById(tx, id))?.status;

const refusalOf = (call: Promise<void>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error) => error,
  );
