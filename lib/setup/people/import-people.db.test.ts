import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { loadCampusState, peopleOf } from '../../change/load/load-campus-state.ts';
import { newBatch } from '../../change/plan/new-batch.ts';
import { planPerson } from '../../change/plan/plan-person.ts';
import { hr } from '../../change/testing/hr.ts';
import type { Context } from '../../context.ts';
import { openSsn } from '../../crypto/seal-ssn.ts';
import { ssnOfPerson } from '../../record/ssn-place.ts';
import { importPeople } from './import-people.ts';

const HEADER =
  'Emp ID,Last Name,First Name,Sex,DOB,SSN,Hire Date,Bldg,Assignment Code,Start,Street,City,State,Zip,Notes\n';
const FILE = `${HEADER}10058,Curie,Maria,Female,7/4/1980,123-45-6789,7/25/2020,1,20,7/25/2020,4321 109th Ave NW,Blaine,MN,55449,x
10058,Curie,Maria,Female,7/4/1980,123-45-6789,7/25/2020,10,20,8/1/2021,4321 109th Ave NW,Blaine,MN,55449,
10059,Knapp,Bo,M,,,,,,,,,,,
,Parent,Pat,F,,987-65-4321,,,,,4321 109th Avenue NW,Blaine,MN,55449,
`;

const run = (ctx: Context, text: string, options: object = {}) =>
  importPeople(ctx, { open: () => Readable.from([Buffer.from(text)]), ...options });
const rows = (ctx: Context, text: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<Record<string, unknown>>(tx, text, [ctx.district.id]));
const PEOPLE = `select p.staff_number as number, i.last_name as name, p.hr_managed_at as managed, p.ssn_last4 as last4
                  from person p join identity i on i.district_id = $1 and i.person_id = p.id
                 where p.district_id = $1 order by 2`;

test('RO-1 people of a file are in Campus with all their rows, and HR manages none of them yet', async () => {
  const ctx = await testDistrict();
  expect(await run(ctx, FILE)).toEqual({
    outcome: 'imported',
    people: 3,
    skipped: 0,
    unusedColumns: ['Notes'],
  });
  expect(await rows(ctx, PEOPLE)).toEqual([
    { number: '10058', name: 'Curie', managed: null, last4: '6789' },
    { number: '10059', name: 'Knapp', managed: null, last4: null },
    { number: null, name: 'Parent', managed: null, last4: '4321' },
  ]);
  expect(
    await rows(ctx, 'select school_number as at from district_assignment where district_id = $1 order by 1'),
  ).toEqual([{ at: '001' }, { at: '010' }]);
  // Two spellings of one home (ADR-3).
  expect(await rows(ctx, 'select id from address where district_id = $1')).toHaveLength(1);
  expect(
    await rows(
      ctx,
      `select distinct origin, changes::jsonb->0->>'reason' as reason from change_journal where district_id = $1`,
    ),
  ).toEqual([
    { origin: 'campus', reason: 'It was imported from a file of the people who were in Campus already.' },
  ]);
});

test('the SSN of a person without a staff number opens in their row', async () => {
  const ctx = await testDistrict();
  await run(ctx, FILE);
  const [row] = await rows(
    ctx,
    'select id, ssn_cipher as cipher from person where district_id = $1 and staff_number is null',
  );
  const place = ssnOfPerson(ctx.district.id, row?.id as string);
  expect(openSsn(ctx.keys, place, row?.cipher as Buffer)).toBe('987654321');
});

test('HR’s first record of an imported person finds them and changes nothing but the mark', async () => {
  const ctx = await testDistrict();
  await run(ctx, FILE);
  const record = hr({ staffNumber: '10059', lastName: 'Knapp', firstName: 'Bo', gender: 'M' });
  const plan = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const state = await loadCampusState(ctx, tx, [record]);
    return planPerson(record, peopleOf(state, record), newBatch(ctx, state, 'sync'));
  });
  expect(plan).toMatchObject({ outcome: 'unchanged', changes: [{ table: 'person', marksOnly: true }] });
});

test('a file with errors imports nobody; every error has its line and column', async () => {
  const ctx = await testDistrict();
  const bad = `${HEADER}1,Fine,Ann,F,,,,,,,,,,,\n2,,Bo,F,,,,,,,,,,,\n3,Low,Cy,F,,881-2,,777,20,7/1/2020,,,,,\n`;
  const done = await run(ctx, bad);
  expect(done).toMatchObject({
    outcome: 'refused',
    errors: [
      { line: 3, column: 'Last Name' },
      { line: 4, column: 'SSN' },
    ],
  });
  expect(JSON.stringify(done)).not.toContain('881-2');
  expect(await rows(ctx, PEOPLE)).toEqual([]);
  const unknownSchool = `${HEADER}3,Low,Cy,F,,,,777,20,7/1/2020,,,,,\n`;
  expect(await run(ctx, unknownSchool)).toMatchObject({
    outcome: 'refused',
    errors: [{ line: 2, column: 'Bldg' }],
  });
});

test('a repeated import skips who has a staff number; one can also start at a line, and only check', async () => {
  const ctx = await testDistrict();
  expect(await run(ctx, FILE, { check: true })).toMatchObject({ outcome: 'checked', people: 3 });
  expect(await rows(ctx, PEOPLE)).toEqual([]);
  const lines: number[] = [];
  await run(ctx, FILE, { onBatch: async (line: number) => void lines.push(line) });
  expect(lines).toEqual([5]);
  expect(await run(ctx, FILE, { fromLine: 6 })).toMatchObject({ people: 0, skipped: 0 });
  expect(await run(ctx, FILE, { fromLine: 4 })).toMatchObject({ people: 1, skipped: 1 });
  expect(await rows(ctx, PEOPLE)).toHaveLength(4);
});
