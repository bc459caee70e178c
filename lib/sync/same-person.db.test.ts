import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { readPerson } from '../people/read-person.ts';
import { runJob } from '../worker/start-worker.ts';
import { submitCommit } from './commit/commit.ts';
import { commitResults } from './commit/results.ts';
import { endSync } from './run/end.ts';
import { startSync } from './run/start.ts';
import { markSamePerson } from './same-person.ts';
import { transferStaff } from './transfer/transfer.ts';
import { validateSync } from './validate/validate.ts';

const record = (staffNumber: string) => ({
  value: { staffNumber, lastName: 'Dickson', firstName: 'Sheldon', gender: 'M', birthDate: '1979-07-04' },
});
const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
const validate = async (ctx: Context) => work(ctx, await validateSync(ctx));
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it was not refused'),
    (error) => error,
  );

async function validated(ctx: Context, ...numbers: string[]): Promise<string> {
  const { run } = await startSync(ctx);
  await transferStaff(ctx, { records: numbers.map(record), pointer: '' });
  await endSync(ctx);
  await validate(ctx);
  return run.runId;
}

test('CMB-3 a person whom only Campus has gets HR’s number, and the commit updates them instead of creating one', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, {
    lastName: 'Dickson',
    firstName: 'Sheldon',
    staffNumber: 'PENDING',
    employments: [{ hireDate: '2020-01-01' }],
  });
  const runId = await validated(ctx, '207284');
  await markSamePerson(ctx, { runId, personId: id, staffNumber: '207284' });
  const person = await readPerson(ctx, { id });
  expect(person.staffNumber).toBe('207284');
  expect(person.history[0]?.changes[0]).toMatchObject({ rule: 'CMB-3' });
  await validate(ctx);
  await work(ctx, await submitCommit(ctx));
  const { data } = await commitResults(ctx, { runId, limit: 10 });
  expect(data).toMatchObject([{ outcome: 'updated', personId: id }]);
});

test('CMB-3 a number that HR did not send, that is taken, or a person whom HR has already is refused', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, { staffNumber: '1' });
  const other = await insertPerson(ctx, { staffNumber: 'TBD' });
  await insertPerson(ctx, { staffNumber: '3', lastName: 'Holder' });
  const runId = await validated(ctx, '1', '2', '3');
  const mark = (personId: string, staffNumber: string, run = runId) =>
    refusal(markSamePerson(ctx, { runId: run, personId, staffNumber }));
  expect((await mark(other.id, '99')).message).toContain('nobody with the staff number 99');
  expect((await mark(other.id, '3')).message).toContain('Holder');
  expect((await mark(id, '2')).message).toContain('for this person: 1');
  expect(await mark(ctx.newId(), '2')).toBeInstanceOf(NotFound);
  expect(await mark(other.id, '2', ctx.newId())).toBeInstanceOf(NotFound);
  await startSync(ctx);
  expect(await mark(other.id, '2')).toBeInstanceOf(Conflict);
});
