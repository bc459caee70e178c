import { expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { RECORD_WARNINGS } from '../codes/record.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { readValidation } from '../report/read-validation.ts';
import { runJob } from '../worker/start-worker.ts';
import { submitCommit } from './commit/commit.ts';
import { runResults } from './commit/results.ts';
import { endSync } from './run/end.ts';
import { startSync } from './run/start.ts';
import { transferStaff } from './transfer/transfer.ts';
import { validateSync } from './validate/validate.ts';

type Code = keyof typeof RECORD_WARNINGS;

/** What of HR's is odd, in which Campus, and where it is seen before the commit. Every code is in the commit's results. */
interface Case {
  sent: object;
  campus?: (ctx: Context) => Promise<unknown>;
  /** `transfer`: by its code in the answer. Else what the report's entries say of it; null: only the results have it. */
  seen: 'transfer' | RegExp | null;
}

const blaine = (address: object) => ({ city: 'Blaine', state: 'MN', zip: '55123', ...address });
const at = (address: object, location: object = {}) => ({
  household: { householdLocations: [{ address: blaine(address), ...location }] },
});
const OAK = { fullStreetAddress: '17 Oak St' };
const coach = { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' };
const ended = { hireDate: '2020-07-25', terminationDate: '2026-06-30' };
const pat = { staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' };

const person = (over: object = {}) => ({ campus: (ctx: Context) => insertPerson(ctx, { ...pat, ...over }) });
/** Pat at Oak St, alone or with somebody else. */
const home = (location: object = {}, { isShared = false, address = {} } = {}) => ({
  async campus(ctx: Context) {
    const people = [await insertPerson(ctx, pat), ...(isShared ? [await insertPerson(ctx, {})] : [])];
    const locations = [{ address: { ...blaine({ ...OAK, ...address }), postOfficeBox: false }, ...location }];
    await insertHousehold(ctx, { members: people.map(({ id }) => id), locations });
  },
});
const run = (statement: string) => ({
  campus: (ctx: Context) =>
    ctx.db.inDistrict(ctx.district.id, (tx) => textRun(tx, statement, [tx.districtId])),
});

const CASES: Record<Code, Case> = {
  terminationBeforeHire: {
    sent: { employments: [{ hireDate: '2020-07-25', terminationDate: '2019-01-01' }] },
    seen: 'transfer',
  },
  employmentsOverlap: {
    sent: { employments: [{ hireDate: '2020-07-25' }, { hireDate: '2021-07-25' }] },
    seen: 'transfer',
  },
  endBeforeStart: { sent: { positions: [{ ...coach, endDate: '2019-01-01' }] }, seen: 'transfer' },
  looksUnfinished: { sent: { middleName: 'N/A' }, seen: 'transfer' },
  looksLikeSsn: { sent: { middleName: '123-45-6789' }, seen: 'transfer' },
  oddBirthDate: { sent: { birthDate: '2123-01-01' }, seen: 'transfer' },
  positionStillOpen: { sent: { employments: [ended], positions: [coach] }, seen: 'transfer' },
  inactiveCode: {
    ...run(`update school set active = false where district_id = $1 and school_number = '010'`),
    sent: { positions: [coach] },
    seen: 'transfer',
  },
  titleDescriptionIgnored: {
    ...run(`insert into title (district_id, id, code, description)
            values ($1, '0190aaaa-0000-7000-8000-000000000001', 'T1', 'Coach')`),
    sent: { positions: [{ ...coach, titleCode: 'T1', titleDescription: 'Trainer' }] },
    seen: null,
  },
  positionKept: {
    ...person({ positions: [{ ...coach, section: 'Algebra I' }] }),
    sent: { positions: [] },
    seen: /linked to Algebra I/,
  },
  noHousehold: { sent: {}, seen: /HR sent no household/ },
  householdIgnored: {
    ...home({}, { isShared: true }),
    sent: at(OAK),
    seen: /shares a household with others/,
  },
  locationRepeated: {
    ...home(),
    sent: { household: { householdLocations: [{ address: blaine(OAK) }, { address: blaine(OAK) }] } },
    seen: /Another location in this call has the same address/,
  },
  privateNotCarriedOver: {
    ...home({ private: true, startDate: '2020-01-01' }),
    sent: at({ fullStreetAddress: '4 Elm St' }),
    seen: null,
  },
  poBoxWords: { sent: at({ postOfficeBox: true, number: 'PO Box 88' }), seen: 'transfer' },
  addressWordsKept: { sent: at({ fullStreetAddress: '17 Oak St client code 77' }), seen: 'transfer' },
  addressMerged: {
    async campus(ctx) {
      const { id } = await insertPerson(ctx, pat);
      await ctx.db.inDistrict(ctx.district.id, (tx) =>
        textRun(
          tx,
          `insert into hr_notice (district_id, id, person_id, kind, subject, detail, created_at)
           values ($1, $2, $2, 'addressMerged', 'a merge', '{"dropped":"17 Oak","kept":"17 Oak St"}', now())`,
          [tx.districtId, id],
        ),
      );
    },
    sent: {},
    seen: null,
  },
  addressDetailDiffers: {
    ...home({}, { address: { county: 'Anoka' } }),
    sent: at({ ...OAK, county: 'Ramsey' }),
    seen: null,
  },
  likelyDuplicate: {
    ...person({ staffNumber: null, birthDate: '1979-12-26' }),
    sent: { birthDate: '1979-12-26' },
    seen: /likely/,
  },
};

const transfer = (ctx: Context, sent: object) =>
  transferStaff(ctx, { records: [{ value: { ...pat, ...sent } }], pointer: '/staffMembers' });
const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });

test.each(Object.entries(CASES))('%s reaches HR and the office in a synchronization', async (code, one) => {
  const ctx = await testDistrict();
  await one.campus?.(ctx);
  await startSync(ctx);
  const { warnings } = await transfer(ctx, one.sent);
  await endSync(ctx);
  const submitted = await validateSync(ctx);
  await work(ctx, submitted);
  const { sections } = await readValidation(ctx, submitted);
  if (one.seen === 'transfer') expect(warnings.map((warning) => warning.code)).toContain(code);
  else if (one.seen) expect(JSON.stringify(sections)).toMatch(one.seen);
  const commit = await submitCommit(ctx);
  await work(ctx, commit);
  const { data } = await runResults(ctx, { runId: commit.runId, limit: 10 });
  expect(data[0]?.warnings.map((warning) => warning.code)).toContain(code);
});

test.each([
  ['notAnEmail', { workEmail: 'pat' }],
  ['notAPhone', { cellPhone: 'unlisted' }],
])('%s is an error of a transfer', async (code, sent) => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const refused = await transfer(ctx, sent).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Invalid);
  expect(refused).toMatchObject({ errors: [{ code, staffNumber: '10058' }] });
});
