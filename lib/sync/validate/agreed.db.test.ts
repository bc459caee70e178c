import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertHousehold } from '../../../db/testing/household.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { sent, written } from '../../change/testing/arbitrary.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../failure.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { readSettings, saveSettings } from '../settings.ts';
import { committed, rowsOf, run, sentStaff, validated, work } from '../testing/in-district.ts';
import { submitUndo } from '../undo/submit-undo.ts';
import { validateSync } from './validate.ts';

const position = { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' };

const outcomes = async (ctx: Context) =>
  (await committed(ctx)).results.map(({ staffNumber, outcome }) => `${staffNumber} ${outcome}`);

/** A district whose people agreed with the feed at the last validation. */
async function agreed(...records: object[]) {
  const ctx = await testDistrict();
  for (let time = 1; time <= 2; time += 1) {
    await validated(ctx, ...records);
    await committed(ctx);
  }
  return ctx;
}

/** Changes a phone without a trace: who is planned differs in it, who is spared does not. */
const hideChange = (ctx: Context, staffNumber = '1') =>
  run(
    ctx,
    "update person set work_phone = '555-9999' where district_id = $1 and staff_number = $2",
    staffNumber,
  );

/** The latest validation; ids grow. */
const LATEST = '(select id from validation where district_id = $1 order by id::text desc limit 1)';

/** Who was planned, by `hideChange`. */
const planned = async (ctx: Context) =>
  (
    await rowsOf(
      ctx,
      `select staff_number from difference
        where district_id = $1 and validation_id = ${LATEST} and 'workPhone' = any(fields) order by 1`,
    )
  ).map(({ staff_number }) => staff_number);

test('SYNC-6 the same record of someone who agreed needs no plan, and is committed as unchanged', async () => {
  const ctx = await agreed(sentStaff('1'), sentStaff('2'));
  await hideChange(ctx);
  await validated(ctx, sentStaff('1'), sentStaff('2', { workPhone: '555-0200' }), sentStaff('3'));
  expect(await planned(ctx)).toEqual(['2']);
  expect(await outcomes(ctx)).toEqual(['1 unchanged', '2 updated', '3 created']);
});

const settings = async (ctx: Context, over: object) =>
  saveSettings(ctx, { ...(await ctx.db.inDistrict(ctx.district.id, readSettings)), ...over });

test.each<[string, (ctx: Context) => Promise<unknown>, object?]>([
  ['the record differs', async () => {}, { cellPhone: '555-0177' }],
  ['the SSN differs', async () => {}, { ssn: '123456789' }],
  [
    'anybody changed the person',
    (ctx) => updateStaffMember(ctx, { staffNumber: '1', json: { cellPhone: '555-0177' }, ifMatch: null }),
  ],
  [
    'a reference value differs (REF-2)',
    (ctx) => run(ctx, "update school set name = name || '!' where district_id = $1"),
  ],
  ['a setting differs (SYNC-11)', (ctx) => settings(ctx, { keepUnlistedPositions: true })],
  ['a setting differs (ID-6)', (ctx) => settings(ctx, { initialIsNoChange: true })],
  [
    'HR has a notice to settle (RO-4)',
    (ctx) =>
      run(
        ctx,
        `insert into hr_notice (district_id, id, person_id, kind, subject, detail, created_at)
         select $1, $2, id, 'addressMerged', 'x', '{"dropped": "a", "kept": "b"}', now() from person where district_id = $1`,
        ctx.newId(),
      ),
  ],
  [
    'rules are others',
    (ctx) => run(ctx, "update agreed_staff set basis = 'older ' || basis where district_id = $1"),
  ],
])('SYNC-6 someone who agreed is planned if %s', async (_, cause, over = {}) => {
  const ctx = await agreed(sentStaff('1'));
  await hideChange(ctx);
  await cause(ctx);
  // An update through the product would have written the phone of the row.
  await hideChange(ctx);
  await validated(ctx, sentStaff('1', over));
  expect(await planned(ctx)).toEqual(['1']);
});

test('SYNC-7 someone who agreed fails once another person has the number', async () => {
  const ctx = await agreed(sentStaff('1'));
  await insertPerson(ctx, { staffNumber: '1 ' });
  await validated(ctx, sentStaff('1'));
  const errors = `select section from difference where district_id = $1 and validation_id = ${LATEST}`;
  expect(await rowsOf(ctx, errors)).toContainEqual({ section: 'errors' });
  expect(await outcomes(ctx)).toEqual(['1 failed']);
});

test('STAFF-7 a warning that the day brings is told, though nothing else changed', async () => {
  const ended = { employments: [{ hireDate: '2020-08-01', terminationDate: '2026-11-30' }] };
  const before = await agreed(sentStaff('1', ended));
  for (const [now, codes] of [
    ['2026-11-29T18:00:00Z', []],
    ['2026-12-02T18:00:00Z', ['positionStillOpen']],
  ] as const) {
    const ctx = { ...before, now: new Date(now) };
    await validated(ctx, sentStaff('1', ended));
    const { results } = await committed(ctx);
    expect(results[0]?.warnings.map(({ code }) => code)).toEqual(codes);
  }
});

const livesElsewhere = {
  household: {
    householdLocations: [
      { address: { fullStreetAddress: '17 Oak St', city: 'BLAINE', state: 'MN', zip: '55449' } },
    ],
  },
};

test('HH-4 who is listed for an ignored address needs no plan, and is listed each time, in staged order', async () => {
  const ctx = await testDistrict();
  for (const staffNumber of ['1', '3']) {
    const shared = [await insertPerson(ctx, { staffNumber }), await insertPerson(ctx, {})];
    await insertHousehold(ctx, { members: shared.map(({ id }) => id) });
  }
  const feed = ['1', '2', '3'].map((number) => sentStaff(number, livesElsewhere));
  for (let time = 1; time <= 2; time += 1) {
    await validated(ctx, ...feed);
    await committed(ctx);
  }
  await validated(ctx, ...feed);
  const before = await told(ctx);
  const listed = before.entries.filter(({ section }) => section === 'addresses');
  expect(listed.map(({ staff_number, counted }) => [staff_number, counted])).toEqual([
    ['1', false],
    ['3', false],
  ]);
  for (const number of ['1', '3']) await hideChange(ctx, number);
  await validated(ctx, feed[0] as object, sentStaff('2', { workPhone: '555-0200' }), feed[2] as object);
  expect(await planned(ctx)).toEqual(['2']);
  const after = await told(ctx);
  expect(after.entries.filter(({ section }) => section === 'addresses')).toEqual(listed);
  expect(await outcomes(ctx)).toEqual(['1 unchanged', '2 updated', '3 unchanged']);
});

test('SYNC-6 who keeps a linked position is planned each time; a warning alone is repeated in the results', async () => {
  const ctx = await testDistrict();
  const linked = { ...position, startDate: '2019-08-01', endDate: '2019-12-31', section: 'Algebra' };
  await insertPerson(ctx, { staffNumber: '1', lastName: 'Simpson', firstName: 'Pat', positions: [linked] });
  const feed = [sentStaff('1'), sentStaff('2', { lastName: 'Test' })];
  for (let time = 1; time <= 3; time += 1) {
    await validated(ctx, ...feed);
    if (time < 3) await committed(ctx);
  }
  const names = `select p.staff_number from agreed_staff a join person p on p.id = a.person_id where a.district_id = $1`;
  expect(await rowsOf(ctx, names)).toEqual([{ staff_number: '2' }]);
  const { results } = await committed(ctx);
  expect(results.map(({ outcome, warnings }) => [outcome, warnings.map(({ code }) => code)])).toEqual([
    ['unchanged', ['positionKept']],
    ['unchanged', ['looksUnfinished']],
  ]);
});

test('SYNC-6 who was removed is forgotten', async () => {
  const ctx = await testDistrict();
  await validated(ctx, sentStaff('1'));
  const { runId } = await committed(ctx);
  await validated(ctx, sentStaff('1'));
  await committed(ctx);
  await work(ctx, await submitUndo(ctx, { runId }));
  await validated(ctx, sentStaff('2'));
  expect(await rowsOf(ctx, 'select person_id from agreed_staff where district_id = $1')).toEqual([]);
});

const PEOPLE = 12;
/** What happens between two nights. */
const event = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    number: fc.integer({ min: 1, max: PEOPLE }),
    phone: fc.constantFrom('555-0001', '555-0002'),
  }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 30, 220) }),
  fc.record({ kind: fc.constant('setting' as const), on: fc.boolean() }),
);
/** The nights' feeds are drawn from few records a number, so that most nights repeat one. */
const nights = fc.record({
  choices: fc.array(fc.tuple(sent, sent), { minLength: PEOPLE, maxLength: PEOPLE }),
  nights: fc.array(
    fc.record({
      which: fc.array(fc.nat(5), { minLength: PEOPLE, maxLength: PEOPLE }),
      events: fc.array(event, { maxLength: 2 }),
    }),
    { minLength: 4, maxLength: 6 },
  ),
});

test('SYNC-6 whatever happened, sparing plans gives the report and the results that planning everyone gives', async () => {
  let spared = 0;
  await fc.assert(
    fc.asyncProperty(nights, async ({ choices, nights: all }) => {
      let ctx = await testDistrict();
      for (const staffNumber of ['1', '2', '3']) {
        const shared = [await insertPerson(ctx, { staffNumber }), await insertPerson(ctx, {})];
        await insertHousehold(ctx, { members: shared.map(({ id }) => id) });
      }
      for (const { which, events } of all) {
        for (const happened of events) ctx = await happen(ctx, happened);
        const feed = choices.map((two, index) => written(`${index + 1}`, two[which[index] === 0 ? 1 : 0]));
        const before = await rowsOf(
          ctx,
          'select person_id as id, rev from agreed_staff where district_id = $1',
        );
        await validated(ctx, ...feed);
        const fast = await told(ctx);
        spared += before.filter((person) =>
          fast.unchanged.some((other) => isDeepStrictEqual(person, other)),
        ).length;
        await run(ctx, 'delete from agreed_staff where district_id = $1');
        await work(ctx, await validateSync(ctx));
        expect(await told(ctx)).toEqual(fast);
        await committed(ctx);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(spared).toBeGreaterThan(0);
});

/** The report's entries and figures, and who is unchanged, as the latest validation found them. */
async function told(ctx: Context) {
  const of = `where district_id = $1 and validation_id = ${LATEST} order by 1, 2`;
  const [figures] = await rowsOf(
    ctx,
    `select summary, totals, warnings, facets from validation where district_id = $1 and id = ${LATEST}`,
  );
  return {
    entries: await rowsOf(
      ctx,
      `select section, seq, staff_number, counted, fields, campus, hr, why from difference ${of}`,
    ),
    unchanged: await rowsOf(
      ctx,
      `select unnest(person_ids) as id, unnest(revs) as rev from unchanged_staff ${of}`,
    ),
    figures,
  };
}

async function happen(
  ctx: Context,
  happened: typeof event extends fc.Arbitrary<infer E> ? E : never,
): Promise<Context> {
  if (happened.kind === 'days')
    return { ...ctx, now: new Date(ctx.now.getTime() + happened.days * 86_400_000) };
  if (happened.kind === 'setting') await settings(ctx, { keepUnlistedPositions: happened.on });
  if (happened.kind === 'edit')
    await updateStaffMember(ctx, {
      staffNumber: String(happened.number),
      json: { workPhone: happened.phone },
      ifMatch: null,
    }).catch(unlessConflict);
  if (happened.kind === 'undo') {
    const changed = await rowsOf(
      ctx,
      `select id from sync_run r where district_id = $1 and status = 'committed' and kind = 'synchronization'
          and exists (select 1 from sync_result x where x.district_id = $1 and x.run_id = r.id and outcome in ('created', 'updated'))
        order by started_at desc limit 1`,
    );
    for (const { id } of changed)
      await submitUndo(ctx, { runId: id as string }).then((job) => work(ctx, job), unlessConflict);
  }
  return ctx;
}

/** The run was undone before, or the person is not there. */
function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
}
