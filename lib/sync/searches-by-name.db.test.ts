import { beforeAll, describe, expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { listEvents } from '../audit/list-events.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { insertUser } from '../auth/testing/user.ts';
import type { Context } from '../context.ts';
import { findCandidates } from '../notify/find-candidates.ts';
import { listPeople } from '../people/list-people.ts';
import { likelyRecords } from '../report/check-campus-data/likely-records.ts';
import { readSection } from '../report/read-section.ts';
import { listUsers } from '../users/list-users.ts';
import { runJob } from '../worker/start-worker.ts';
import { submitCommit } from './commit/commit.ts';
import { runResults } from './commit/results.ts';
import { endSync } from './run/end.ts';
import { startSync } from './run/start.ts';
import { transferStaff } from './transfer/transfer.ts';
import { validateSync } from './validate/validate.ts';

/*
 * SRCH-2: one folding for every search by name. One person and one user with the same name, each search, each spelling.
 */

const NAME = { lastName: 'OʻBrien-Núñez', firstName: 'José', gender: 'M' };
const SPELLINGS = [
  "o'brien-nunez",
  'O’Brien Núñez',
  'OBRIENNUNEZ',
  'O\u2018Brien\u2011Nu\u0301n\u0303ez Jr.',
  'jose',
];
let ctx: Context;
let runId: string;

const record = (staffNumber: string, over: object = {}) => ({ value: { staffNumber, ...NAME, ...over } });
const work = ({ jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });

beforeAll(async () => {
  ctx = await testDistrict();
  const { id } = await insertPerson(ctx, { ...NAME, staffNumber: '10058' });
  const { id: other } = await insertPerson(ctx, { lastName: 'Simpson', staffNumber: '2' });
  await insertUser(ctx, {
    username: 'jobrien',
    name: `${NAME.firstName} ${NAME.lastName}`,
    rights: ['District Assignments'],
  });
  await insertUser(ctx, { username: 'simpson', name: 'Pat Simpson', rights: ['District Assignments'] });
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    for (const target of [id, other])
      await recordAudit(ctx, tx, { action: 'person.edit', target, detail: {} });
  });
  await startSync(ctx);
  await transferStaff(ctx, {
    records: [
      record('10058', { workPhone: '2' }),
      record('2', { lastName: 'Simpson', firstName: 'Pat', workPhone: '2' }),
    ],
    pointer: '',
  });
  await endSync(ctx);
  const submitted = await validateSync(ctx);
  await work(submitted);
  runId = submitted.runId;
  await work(await submitCommit(ctx));
});

const page = { page: 1, limit: 10 };
const SEARCHES: Record<string, (search: string) => Promise<unknown[]>> = {
  'the staff page': async (search) =>
    (await listPeople(ctx, { search, among: 'everyone', filters: [], order: 'name', ...page })).data,
  'the validation report': async (search) =>
    (await readSection(ctx, { runId, section: 'demographics', limit: 10, search })).data,
  'the results of a commit': async (search) => (await runResults(ctx, { runId, limit: 10, search })).data,
  'the users': async (search) => (await listUsers(ctx, { search, page: 1 })).data,
  'the recipients of notifications': async (search) => (await findCandidates(ctx, { search })).data,
  'the audit log': async (search) =>
    (await listEvents(ctx, { search, ...page })).data.filter(({ action }) => action === 'person.edit'),
};

describe.each(Object.entries(SEARCHES))('SRCH-2 %s', (_, find) => {
  test.each(SPELLINGS)('finds one by %s', async (search) => {
    expect(await find(search)).toHaveLength(1);
  });
  test('finds nobody by another name', async () => {
    expect(await find("o'brian")).toEqual([]);
  });
});

test.each(["O'Brien-Núñez", 'OBRIEN NUNEZ', 'O’Brien-Nunez Jr.'])(
  'CHK-2, SRCH-2 the likely record of a person is found as %s',
  async (lastName) => {
    const own = await testDistrict();
    const { id } = await insertPerson(own, {
      ...NAME,
      staffNumber: 'PENDING',
      workEmail: 'jose@example.org',
    });
    await startSync(own);
    await transferStaff(own, {
      records: [record('7', { lastName, workEmail: 'jose@example.org' })],
      pointer: '',
    });
    expect(await likelyRecords(own, { people: [id] })).toMatchObject([{ personId: id, staffNumber: '7' }]);
  },
);
