import { expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { insertUser } from '../../auth/testing/user.ts';
import type { Context } from '../../context.ts';
import { excludePeople } from '../../sync/guards/exclusions.ts';
import { endSync } from '../../sync/run/end.ts';
import { startSync } from '../../sync/run/start.ts';
import { staffOf } from '../../sync/transfer/staff-of.ts';
import { transferStaff } from '../../sync/transfer/transfer.ts';
import { validateSync } from '../../sync/validate/validate.ts';
import { runJob } from '../../worker/start-worker.ts';
import type { PeopleFilter } from './filter.ts';
import { markReviewed } from './mark-reviewed.ts';
import { peopleOverview } from './people-overview.ts';
import { readPeople } from './read-people.ts';

async function validate(ctx: Context): Promise<string> {
  const { runId, jobId } = await validateSync(ctx);
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
  return runId;
}

const teacher = { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' };
const BASE = { firstName: 'Pat', gender: 'F' } as const;

/** Tanner is renamed, moves and loses an e-mail; Brady is a guardian's twin; Same is unchanged; Zorn has an unknown gender. */
async function district(): Promise<{ ctx: Context; runId: string }> {
  const system = await testDistrict();
  const id = await insertUser(system, { username: 'reviewer' });
  const ctx: Context = { ...system, actor: { kind: 'user', id, name: 'Admin', username: 'reviewer' } };
  const positions = [
    { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' },
    { assignmentCode: '05', startDate: '2021-08-01' },
  ];
  await insertPerson(ctx, {
    ...BASE,
    staffNumber: '1',
    lastName: 'Tanner',
    workEmail: 'old@k12.us',
    positions,
  });
  await insertPerson(ctx, {
    ...BASE,
    staffNumber: '2',
    lastName: 'Same',
    positions: positions.slice(0, 1),
  });
  await insertPerson(ctx, { lastName: 'Brady', firstName: 'Jillian', cellPhone: '(950) 362 2819' });
  await startSync(ctx);
  await transferStaff(
    ctx,
    staffOf([
      {
        ...{
          ...BASE,
          staffNumber: '1',
          lastName: 'Tanner-Lee',
          workEmail: null,
          personalEmail: 'pat@home.us',
        },
        positions: [
          teacher,
          { ...teacher, schoolNumber: '044', titleCode: 'NEWTITLE', titleDescription: 'Lead' },
        ],
        household: { householdLocations: [{ address: home('17 Oak St') }] },
      },
      { ...BASE, staffNumber: '2', lastName: 'Same', positions: [teacher] },
      {
        ...{
          staffNumber: '3',
          lastName: 'Brady',
          firstName: 'Jillian',
          gender: 'F',
          cellPhone: '9503622819',
        },
        employments: [{ hireDate: '2020-07-25' }],
        positions: [teacher],
        household: { householdLocations: [{ address: home('4321 Lexington Ave') }] },
      },
      { ...BASE, staffNumber: '4', lastName: 'Nowhere' },
    ]),
  );
  await endSync(ctx);
  return { ctx, runId: await validate(ctx) };
}
const home = (fullStreetAddress: string) => ({
  fullStreetAddress,
  city: 'Blaine',
  state: 'MN',
  zip: '55123',
});

const numbers = async (ctx: Context, runId: string, filter: PeopleFilter = {}) =>
  (await readPeople(ctx, { runId, limit: 50, ...filter })).data.map(({ staffNumber }) => staffNumber);

test('VAL-3 a card has everything the commit does to a person, in words', async () => {
  const { ctx, runId } = await district();
  const { data, total } = await readPeople(ctx, { runId, limit: 50 });
  expect([total, data.map(({ name }) => name)]).toEqual([
    3,
    ['Brady, Jillian', 'Nowhere, Pat', 'Tanner, Pat'],
  ]);
  const [brady, , tanner] = data;
  expect(tanner).toMatchObject({
    changes: ['updated', 'renamed', 'positionRemoved', 'erased'],
    lines: [
      { label: 'Last Name', before: 'Tanner', after: 'Tanner-Lee', erased: false },
      { label: 'Work Email', before: 'old@k12.us', after: null, erased: true },
      { label: 'Personal Email', before: null, after: 'pat@home.us', erased: false },
    ],
    positions: [
      { kind: 'removed', assignment: { code: '05', name: 'LEA System Administrator' } },
      {
        kind: 'added',
        school: { code: '044', name: 'Grand Bend Middle School' },
        title: { code: 'NEWTITLE', name: 'Lead' },
        period: { from: '8/1/2020', to: null },
      },
    ],
    addresses: [{ kind: 'added', after: '17 Oak St, Blaine MN 55123' }],
    excluded: null,
    reviewed: false,
  });
  expect(brady).toMatchObject({
    changes: ['new'],
    personId: null,
    employments: [{ kind: 'added', period: { from: '7/25/2020', to: null } }],
    positions: [{ school: { name: 'Harrison High School' }, assignment: { name: 'Teacher' } }],
    addresses: [{ kind: 'added', isNew: true, after: '4321 Lexington Ave, Blaine MN 55123' }],
    candidates: [{ name: 'Brady, Jillian', reasons: ['same name', 'same phone number'] }],
  });
});

test('VAL-3 people are found by a name in any order, an e-mail or a number, and by every filter, page by page', async () => {
  const { ctx, runId } = await district();
  const found = (filter: PeopleFilter) => numbers(ctx, runId, filter);
  expect(await found({ search: 'pat tanner' })).toEqual(['1']);
  expect(await found({ search: 'lee, pat' })).toEqual(['1']);
  expect(await found({ search: 'OLD@k12.us' })).toEqual(['1']);
  expect(await found({ search: 'pat@home.us' })).toEqual(['1']);
  expect(await found({ search: '3' })).toEqual(['3']);
  expect(await found({ change: 'renamed' })).toEqual(['1']);
  expect(await found({ change: 'new' })).toEqual(['3', '4']);
  expect(await found({ change: 'refused' })).toEqual([]);
  expect(await found({ field: 'workEmail' })).toEqual(['1']);
  expect(await found({ school: '010' })).toEqual(['3']);
  expect(await found({ school: '001' })).toEqual(['1']);
  expect(await found({ school: '044', change: 'new' })).toEqual([]);
  expect(await found({ warning: 'likelyDuplicate' })).toEqual(['3']);
  await excludePeople(ctx, { staffNumbers: ['3', '4'], reason: 'Ask HR' });
  expect(await found({ change: 'excluded' })).toEqual(['3', '4']);
  const first = await readPeople(ctx, { runId, limit: 2 });
  expect(first.data.map(({ excluded }) => excluded?.reason)).toEqual(['Ask HR', 'Ask HR']);
  const cursor = JSON.parse(Buffer.from(first.nextCursor as string, 'base64url').toString());
  const next = await readPeople(ctx, { runId, limit: 2, cursor });
  expect([next.data.map(({ staffNumber }) => staffNumber), next.nextCursor]).toEqual([['1'], null]);
});

test('VAL-3 a mark as reviewed is of one admin, and stays while the change is the same', async () => {
  const { ctx, runId } = await district();
  await markReviewed(ctx, { runId, staffNumbers: ['1', '3'], reviewed: true });
  expect(await peopleOverview(ctx, { runId })).toMatchObject({ people: 3, reviewed: 2 });
  expect(await numbers(ctx, runId, { reviewed: 'no' })).toEqual(['4']);
  const id = await insertUser(ctx, { username: 'other' });
  const other: Context = { ...ctx, actor: { kind: 'user', id, name: 'Other', username: 'other' } };
  expect(await peopleOverview(other, { runId })).toMatchObject({ reviewed: 0 });

  await validate(ctx);
  expect(await numbers(ctx, runId, { reviewed: 'yes' })).toEqual(['3', '1']);
  await insertPerson(ctx, { ...BASE, staffNumber: '3', lastName: 'Brady' });
  await validate(ctx);
  expect(await numbers(ctx, runId, { reviewed: 'yes' })).toEqual(['1']);
  await markReviewed(ctx, { runId, staffNumbers: ['1'], reviewed: false });
  expect(await peopleOverview(ctx, { runId })).toMatchObject({ reviewed: 0 });
});

test('VAL-3 the choices of the filters tell how many people they find', async () => {
  const { ctx, runId } = await district();
  const { changes, fields, schools, warnings } = await peopleOverview(ctx, { runId });
  const people = (choices: typeof changes) => Object.fromEntries(choices.map((c) => [c.label, c.people]));
  expect(people(changes)).toMatchObject({ New: 2, Updated: 1, Renamed: 1, Refused: 0, Excluded: 0 });
  expect(people(fields)).toMatchObject({ Name: 1, 'Work Email': 1 });
  expect(people(schools)).toMatchObject({ 'Harrison High School · 010': 1 });
  expect(people(warnings)).toMatchObject({ 'Likely duplicate': 1, 'No household sent': 1 });
});
