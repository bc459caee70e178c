import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { likelyOthers } from '../people/likely-others.ts';
import { listPeople } from '../people/list-people.ts';
import { readSection } from '../report/read-section.ts';
import { runJob } from '../worker/start-worker.ts';
import { submitCommit } from './commit/commit.ts';
import { runResults } from './commit/results.ts';
import { endSync } from './run/end.ts';
import { startSync } from './run/start.ts';
import { staffOf } from './transfer/staff-of.ts';
import { transferStaff } from './transfer/transfer.ts';
import { validateSync } from './validate/validate.ts';

test('CMB-2 a hired parent is named by report, result and Combine Person', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, {
    lastName: 'Brady',
    firstName: 'Jillian',
    cellPhone: '(950) 362 2819',
  });
  const work = ({ jobId }: { jobId: string }) =>
    runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
  const record = { staffNumber: '209003', lastName: 'Brady', firstName: 'Jillian', gender: 'F' };
  await startSync(ctx);
  await transferStaff(ctx, staffOf([{ ...record, cellPhone: '9503622819' }]));
  await endSync(ctx);
  const validation = await validateSync(ctx);
  await work(validation);
  const { runId } = validation;
  const { data: entries } = await readSection(ctx, { runId, section: 'hrNotInCampus', limit: 10 });
  expect(entries[0]?.why.reason).toContain('(same name, same phone number)');
  expect(entries[0]?.why.candidates).toMatchObject([{ id }]);

  await work(await submitCommit(ctx));
  const { data: results } = await runResults(ctx, { runId, limit: 10 });
  expect(results[0]?.warnings).toContainEqual(
    expect.objectContaining({ code: 'likelyDuplicate', candidates: [expect.objectContaining({ id })] }),
  );
  const asked = {
    search: '209003',
    among: 'everyone',
    filters: [],
    order: 'name',
    page: 1,
    limit: 5,
  } as const;
  const { data: people } = await listPeople(ctx, asked);
  expect(await likelyOthers(ctx, { id: people[0]?.id ?? '' })).toMatchObject([
    { id, reasons: ['same name', 'same phone number'] },
  ]);
});
