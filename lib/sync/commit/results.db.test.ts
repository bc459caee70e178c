import { expect, test } from 'vitest';
import { textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { runJob } from '../../worker/start-worker.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { transferStaff } from '../transfer/transfer.ts';
import { validateSync } from '../validate/validate.ts';
import { submitCommit } from './commit.ts';
import { exportResults } from './export-results.ts';
import type { ResultOrder } from './result-orders.ts';
import type { ResultFilter, ResultPlace } from './result-rows.ts';
import { runResults } from './results.ts';
import { pageOfResults } from './results-by-name.ts';

const person = (staffNumber: string, lastName: string, firstName = 'Pat') => ({
  staffNumber,
  lastName,
  firstName,
  gender: 'F',
  employments: [{ hireDate: '2020-07-25' }],
  positions: [],
});

const committed = (ctx: Context, ...records: object[]): Promise<string> =>
  committedAs('reject', ctx, ...records);

async function committedAs(
  onInvalid: 'reject' | 'setAside',
  ctx: Context,
  ...records: object[]
): Promise<string> {
  const work = ({ jobId }: { jobId: string }) =>
    runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
  await startSync(ctx);
  const sent = records.map((value) => ({ value }));
  await transferStaff(ctx, { records: sent, pointer: '/staffMembers', onInvalid });
  await endSync(ctx);
  await work(await validateSync(ctx));
  const submitted = await submitCommit(ctx);
  await work(submitted);
  return submitted.runId;
}

/** One is created, one updated, one fails because two in Campus share the number. */
async function threeOutcomes(ctx: Context): Promise<string> {
  await insertPerson(ctx, { staffNumber: 'B20', lastName: 'Other' });
  for (let i = 0; i < 2; i += 1) await insertPerson(ctx, { staffNumber: 'C30' });
  return committed(
    ctx,
    person('A10', 'Núñez', '=cmd'),
    person('B20', 'Öberg', 'Nunzia'),
    person('C30', 'Nobody'),
  );
}

const found = async (ctx: Context, filter: ResultFilter): Promise<string[]> =>
  (await runResults(ctx, { ...filter, limit: 10 })).data.map(({ staffNumber }) => staffNumber);

test('SYNC-8 results are found by a part of the staff number and by how a name begins, without case and accents', async () => {
  const ctx = await testDistrict();
  const runId = await threeOutcomes(ctx);
  const { data } = await runResults(ctx, { runId, limit: 10 });
  expect(data.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['Núñez, =cmd', 'created'],
    ['Öberg, Nunzia', 'updated'],
    ['Nobody, Pat', 'failed'],
  ]);
  expect(await found(ctx, { runId, search: '0' })).toEqual(['A10', 'B20', 'C30']);
  expect(await found(ctx, { runId, search: 'b2' })).toEqual(['B20']);
  expect(await found(ctx, { runId, search: ' NUN' })).toEqual(['A10', 'B20']);
  expect(await found(ctx, { runId, search: 'nun', outcome: 'updated' })).toEqual(['B20']);
  expect(await found(ctx, { runId, search: 'berg' })).toEqual([]);
  expect(await found(ctx, { runId, search: '%' })).toEqual([]);
});

test('SYNC-8 results sorted by number, name and outcome, page by page, people that the commit did not write by the name HR sent', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: 'b2', lastName: 'Adams' });
  for (let i = 0; i < 2; i += 1) await insertPerson(ctx, { staffNumber: 'C3' });
  const runId = await committed(
    ctx,
    person('C3', 'Émile'),
    person('d4', 'zorn'),
    person('A10', 'Zorn', 'Ann'),
    person('b2', 'Moss'),
  );
  const sorted = async (order: ResultOrder) => {
    const found: string[] = [];
    let cursor: string[] | undefined;
    do {
      const page = await runResults(ctx, { runId, order, ...(cursor && { cursor }), limit: 1 });
      found.push(...page.data.map(({ staffNumber }) => staffNumber));
      cursor = page.cursor;
    } while (cursor);
    return found.join(' ');
  };
  expect(await sorted('staffNumber')).toBe('A10 b2 C3 d4');
  expect(await sorted('-staffNumber')).toBe('d4 C3 b2 A10');
  expect(await sorted('name')).toBe('C3 b2 A10 d4');
  expect(await sorted('-name')).toBe('d4 A10 b2 C3');
  // Created, updated, failed; of one outcome as HR sent them.
  expect(await sorted('outcome')).toBe('d4 A10 b2 C3');
  expect(await sorted('-outcome')).toBe('C3 b2 d4 A10');
});

test('SYNC-8 many results sorted by name are paged as few are: by last, then by first name, those without one last', async () => {
  const ctx = await testDistrict();
  for (let i = 0; i < 2; i += 1) await insertPerson(ctx, { staffNumber: 'F1' });
  for (const lastName of ['Aaron', 'Moss', 'Zuse']) await insertPerson(ctx, { lastName });
  const runId = await committed(
    ctx,
    person('5', 'Zorn', 'Ann'),
    person('4', 'de la Cruz', 'Ann'),
    person('3', 'De', 'Zoe'),
    person('2', 'moss', 'Mia'),
    person('1', 'Moss', 'Mia'),
    person('F1', 'Mösse', 'Ida'),
    person('6', 'Moss', 'Ann'),
    person('7', 'Gone'),
  );
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, `update sync_result set person_id = $2 where district_id = $1 and staff_number = '7'`, [
      tx.districtId,
      ctx.newId(),
    ]),
  );
  const paged = (order: ResultOrder, most: object, limit: number, outcome?: 'created') =>
    ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const found: string[] = [];
      let after: ResultPlace | undefined;
      for (;;) {
        const rows = await pageOfResults(tx, { runId, order, after, limit, outcome }, most);
        found.push(...rows.map(({ staffNumber }) => staffNumber));
        after = rows.at(-1);
        if (rows.length < limit) return found.join(' ');
      }
    });
  for (const most of [{}, ...[[1], [2], [2, 5], [100]].map((names) => ({ few: 0, names }))])
    for (const limit of [1, 3]) {
      expect(await paged('name', most, limit)).toBe('3 4 6 2 1 F1 5 7');
      expect(await paged('-name', most, limit)).toBe('5 F1 2 1 6 4 3 7');
      expect(await paged('name', most, limit, 'created')).toBe('3 4 6 2 1 5 7');
    }
});

test('SYNC-8 results as CSV, as narrowed, formulas neutralised', async () => {
  const ctx = await testDistrict();
  const runId = await threeOutcomes(ctx);
  const csv = async (filter: Omit<ResultFilter, 'runId'>) => {
    const { stream } = await exportResults(ctx, { ...filter, runId });
    return (await new Response(stream).text()).trimEnd().split('\r\n');
  };
  const all = await csv({});
  expect(all).toHaveLength(4);
  expect(all[0]).toContain('Staff Number,Name,Outcome,Reason,Field,What to Do,Warnings');
  expect(all[1]).toMatch(/^A10,"Núñez, =cmd",created,/);
  expect(all[3]).toMatch(/^C30,"Nobody, Pat",failed,\S/);
  expect(await csv({ outcome: 'failed' })).toEqual([all[0], all[3]]);
  expect(await csv({ search: 'a1' })).toEqual([all[0], all[1]]);
});

test('SYNC-2 SYNC-8 of a number that was sent twice the file says once what is wrong and what to do, and names both places', async () => {
  const ctx = await testDistrict();
  const twice = [person('A10', 'Simpson'), person('A10', 'Brown')];
  const runId = await committedAs('setAside', ctx, ...twice, person('B20', 'Green'));
  const csv = await new Response((await exportResults(ctx, { runId, outcome: 'failed' })).stream).text();
  expect(csv.match(/is in this call twice/g)).toHaveLength(1);
  expect(csv.match(/Send each staff member once/g)).toHaveLength(1);
  expect(csv).toContain('/staffMembers/0/staffNumber /staffMembers/1/staffNumber');
});

test('SYNC-8 another district’s run has no results here', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  const runId = await committed(ctx, person('A10', 'Simpson'));
  await expect(exportResults(other, { runId })).rejects.toThrow(NotFound);
  expect(await found(ctx, { runId })).toEqual(['A10']);
});
