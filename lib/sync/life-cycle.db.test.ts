import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { guardsOff } from './guards/settings.ts';
import { cancelSync } from './run/cancel.ts';
import { committed, validated, work } from './testing/in-district.ts';
import { everybody, expectSound } from './testing/life/laws.ts';
import { type Life, lostJobs, newLife, refusable, workAll } from './testing/life/life.ts';
import { goOn, OPERATIONS, type Operation, pageOf } from './testing/life/operations.ts';
import { submitUndo } from './undo/submit-undo.ts';

const operation = fc.oneof(
  { weight: 3, arbitrary: fc.constant('goOn') },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(OPERATIONS)) },
);
const operations = fc.array(fc.tuple(operation, fc.nat(1_000_000)), { minLength: 20, maxLength: 40 });
const byName: Record<string, Operation> = { ...OPERATIONS, goOn };

const SEQUENCES = 6;

test('SYNC-10 whatever was asked, failed or was delivered again: each refusal is one, nobody is counted twice, and the next synchronization is whole', async () => {
  await fc.assert(
    fc.asyncProperty(operations, fc.nat(255), async (all, feed) => {
      const life = newLife(await testDistrict());
      await insertPerson(life.ctx, { staffNumber: '1', lastName: 'Test 1' });
      for (const [name, choice] of all) {
        await refusable((byName[name] as Operation)(life, choice));
        await expectSound(life.ctx);
        expect(await lostJobs(life)).toEqual([]);
      }
      await endAll(life);
      await expectWholeRun(life.ctx, [
        ...pageOf(feed * 11),
        { staffNumber: '9', lastName: 'Nine', firstName: 'Pat', gender: 'F' },
      ]);
    }),
    { numRuns: SEQUENCES, endOnFailure: true },
  );
});

async function endAll(life: Life): Promise<void> {
  await workAll(life);
  await refusable(cancelSync(life.ctx));
  await life.ctx.db.inDistrict(life.ctx.district.id, (tx) => guardsOff(tx, life.ctx.newId));
}

/** SYNC-6: the same feed once more changes nothing; an undo brings back what was, and its undo what the commit wrote. */
async function expectWholeRun(ctx: Context, feed: readonly object[]): Promise<void> {
  const before = await everybody(ctx);
  const first = await synchronized(ctx, feed);
  const after = await everybody(ctx);
  const second = await synchronized(ctx, feed);
  expect(second.outcomes.filter((outcome) => outcome === 'created' || outcome === 'updated')).toEqual([]);
  expect(await everybody(ctx)).toEqual(after);
  const undo = await submitUndo(ctx, { runId: first.runId });
  await work(ctx, undo);
  expect(await everybody(ctx)).toEqual(before);
  await work(ctx, await submitUndo(ctx, undo));
  expect(await everybody(ctx)).toEqual(after);
  await expectSound(ctx);
}

async function synchronized(ctx: Context, feed: readonly object[]) {
  await validated(ctx, ...feed);
  const { runId, results } = await committed(ctx);
  return { runId, outcomes: results.map(({ outcome }) => outcome) };
}
