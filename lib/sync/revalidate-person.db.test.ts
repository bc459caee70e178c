import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { peopleOverview } from '../report/people/people-overview.ts';
import { readPeople } from '../report/people/read-people.ts';
import { readValidation } from '../report/read-validation.ts';
import { SECTIONS } from '../report/schema.ts';
import { submitCommit } from './commit/commit.ts';
import { saveGuards } from './guards/save-guards.ts';
import { DEFAULT_GUARDS } from './guards/schema.ts';
import { syncStatus } from './run/status.ts';
import { markSamePerson } from './same-person.ts';
import { readSettings, saveSettings } from './settings.ts';
import { committed, sentStaff, validated, work } from './testing/in-district.ts';
import { validateSync } from './validate/validate.ts';

const NUMBER = '207284';
const sheldon = {
  ...{ lastName: 'Dickson', firstName: 'Sheldon', gender: 'M', birthDate: '1979-07-04' },
  household: {
    householdLocations: [
      { address: { fullStreetAddress: '17 Oak St', city: 'Blaine', state: 'MN', zip: '55123' } },
    ],
  },
};

/** Sheldon is PENDING in Campus, as one other person is, and HR sends him under a number; HR sends three more people. */
async function district(
  before = async (_ctx: Context) => {},
): Promise<{ ctx: Context; runId: string; personId: string }> {
  const ctx = await testDistrict();
  await before(ctx);
  const { id: personId } = await insertPerson(ctx, {
    ...{ lastName: 'Dickson', firstName: 'Shelly', staffNumber: 'PENDING', workEmail: 'shelly@k12.us' },
    employments: [{ hireDate: '2020-07-25' }],
    // Of another school than HR's.
    positions: [{ schoolNumber: '044', assignmentCode: '20', startDate: '2020-08-01' }],
  });
  await insertPerson(ctx, { lastName: 'Other', staffNumber: 'pending' });
  await insertPerson(ctx, { lastName: 'Renamed', staffNumber: '2' });
  for (let i = 0; i < 2; i += 1) await insertPerson(ctx, { lastName: 'Twin', staffNumber: '3' });
  await validated(
    ctx,
    sentStaff('1'),
    sentStaff(NUMBER, sheldon),
    sentStaff('2', { lastName: 'Moss' }),
    sentStaff('3'),
  );
  return { ctx, personId, runId: (await syncStatus(ctx)).runId };
}

/** All that the report says, but the order of its entries and when it was made. */
async function reportOf(ctx: Context, runId: string) {
  const { generatedAt: _, sections, ...report } = await readValidation(ctx, { runId });
  const inAnyOrder = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  return {
    ...report,
    sections: SECTIONS.map((name) => [name, sections[name].total, inAnyOrder(sections[name].entries)]),
    overview: await peopleOverview(ctx, { runId }),
    cards: (await readPeople(ctx, { runId, limit: 50 })).data,
    ignored: (await readPeople(ctx, { runId, limit: 50, change: 'ignored' })).data,
  };
}

async function validateWhole(ctx: Context): Promise<void> {
  await work(ctx, await validateSync(ctx));
}

test('CMB-3 the report says after a same person what a validation of the whole says then', async () => {
  const { ctx, runId, personId } = await district();
  const before = await reportOf(ctx, runId);
  expect(before.summary).toMatchObject({
    hrNotInCampus: 2,
    duplicateStaffNumbers: { people: 4, numbers: 2 },
  });
  expect(await markSamePerson(ctx, { runId, personId, staffNumber: NUMBER })).toEqual({ validated: true });
  const { data: cards } = await readPeople(ctx, { runId, limit: 5, staffNumber: NUMBER });
  expect(cards).toMatchObject([
    { personId, changes: ['updated', 'renamed', 'positionRemoved'], name: 'Dickson, Shelly' },
  ]);
  const after = await reportOf(ctx, runId);
  expect(after.summary).toMatchObject({
    ...{ hrNotInCampus: 1, campusNotInHr: before.summary.campusNotInHr - 1 },
    // The other one who is PENDING shares the number with nobody now.
    duplicateStaffNumbers: { people: 2, numbers: 1 },
  });
  await validateWhole(ctx);
  expect(after).toEqual(await reportOf(ctx, runId));
});

test('CMB-3 a person who agrees with HR’s record in everything leaves the report', async () => {
  const ctx = await testDistrict();
  const { id: personId } = await insertPerson(ctx, {
    ...{ lastName: 'Simpson', firstName: 'Pat', gender: 'F', staffNumber: 'TBD' },
    employments: [{ hireDate: '2020-07-25' }],
  });
  await validated(
    ctx,
    { staffNumber: '7', lastName: 'Simpson', firstName: 'Pat', gender: 'F' },
    sentStaff('8'),
  );
  const { runId } = await syncStatus(ctx);
  expect(await markSamePerson(ctx, { runId, personId, staffNumber: '7' })).toEqual({ validated: true });
  expect((await readPeople(ctx, { runId, limit: 5, staffNumber: '7' })).data).toEqual([]);
  const after = await reportOf(ctx, runId);
  expect(after.overview.people).toBe(1);
  await validateWhole(ctx);
  expect(after).toEqual(await reportOf(ctx, runId));
});

test('CMB-3 SYNC-6 a commit right after a same person updates this person, and creates nobody in their place', async () => {
  const { ctx, runId, personId } = await district();
  await markSamePerson(ctx, { runId, personId, staffNumber: NUMBER });
  const { results } = await committed(ctx);
  expect(results.map(({ staffNumber, outcome }) => `${staffNumber} ${outcome}`).sort()).toEqual(
    ['1 created', '2 updated', `${NUMBER} updated`, '3 failed'].sort(),
  );
  expect(results.find(({ staffNumber }) => staffNumber === NUMBER)?.personId).toBe(personId);
});

test('SYNC-5 SYNC-13 the number is given, but the whole is to be validated again after another choice and while a commit is held', async () => {
  const changed = await district();
  await saveSettings(changed.ctx, {
    ...(await changed.ctx.db.inDistrict(changed.ctx.district.id, readSettings)),
    keepUnlistedPositions: true,
  });
  const held = await district(async (ctx) => {
    await saveGuards(ctx, { ...DEFAULT_GUARDS, leastPeople: 0 });
    await validated(ctx, sentStaff('1'));
    await committed(ctx);
  });
  await expect(submitCommit(held.ctx)).rejects.toThrow('approval');
  for (const { ctx, runId, personId } of [changed, held]) {
    const before = await reportOf(ctx, runId);
    expect(await markSamePerson(ctx, { runId, personId, staffNumber: NUMBER })).toEqual({ validated: false });
    expect((await reportOf(ctx, runId)).summary).toEqual(before.summary);
  }
});
