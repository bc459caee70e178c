import { expect, inject, test } from 'vitest';
import type { Context } from '../lib/context.ts';
import { openDatabase, type Transaction } from './client.ts';
import { textRow, textRows, textRun } from './sql-text.ts';
import { asOwner } from './testing/database.ts';
import { testDistrict } from './testing/district.ts';
import { insertHousehold } from './testing/household.ts';
import { insertPerson } from './testing/person.ts';

/** Two districts with the same person, at the same address, in the same position. */
async function twins(): Promise<[Context, Context]> {
  const both = [await testDistrict(), await testDistrict()] as [Context, Context];
  for (const ctx of both) {
    const { id } = await insertPerson(ctx, {
      staffNumber: '10058',
      employments: [{ hireDate: '2020-07-25' }],
      positions: [{ startDate: '2020-07-25', assignmentCode: '20', section: 'Algebra' }],
    });
    await insertHousehold(ctx, {
      members: [id],
      locations: [{ address: { fullStreetAddress: '4321 109th Ave NW', city: 'Blaine', state: 'MN' } }],
    });
  }
  return both;
}

const FILLED = [
  'school',
  'gender',
  'assignment_code',
  'title',
  'person',
  'identity',
  'employment',
  'district_assignment',
  'section',
  'section_staff',
  'household',
  'household_member',
  'household_location',
  'address',
];

const as = <T>(ctx: Context, work: (tx: Transaction) => Promise<T>) =>
  ctx.db.inDistrict(ctx.district.id, work);

test.each(FILLED)(
  '%s: a district gets at its own rows and at none of the other, without any filter',
  async (table) => {
    const [one, other] = await twins();
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      const seen = await as(mine, (tx) =>
        textRows<{ district_id: string }>(tx, `select distinct district_id from ${table}`),
      );
      expect(seen).toEqual([{ district_id: mine.district.id }]);
      const reached = await as(mine, (tx) =>
        textRun(tx, `update ${table} set id = id where district_id = $1`, [theirs.district.id]),
      );
      expect(reached).toBe(0);
    }
    expect(await as(one, (tx) => textRun(tx, `update ${table} set id = id`))).toBeGreaterThan(0);
  },
);

test('a row can be neither made for another district nor moved there', async () => {
  const [one, other] = await twins();
  const insert = as(one, (tx) =>
    textRun(tx, 'insert into household (district_id, id) values ($1, $2)', [other.district.id, one.newId()]),
  );
  await expect(insert).rejects.toMatchObject({ code: '42501' });
  const move = as(one, (tx) => textRun(tx, 'update person set district_id = $1', [other.district.id]));
  await expect(move).rejects.toMatchObject({ code: '42501' });
});

test("a foreign key can't point into another district", async () => {
  const [one, other] = await twins();
  const theirs = await as(other, (tx) => textRow<{ id: string }>(tx, 'select id from person'));
  const employ = as(one, (tx) =>
    textRun(tx, 'insert into employment (district_id, id, person_id, hire_date) values ($1, $2, $3, $4)', [
      one.district.id,
      one.newId(),
      theirs?.id,
      '2020-01-01',
    ]),
  );
  await expect(employ).rejects.toMatchObject({ code: '23503' });
});

test('a pooled connection forgets the district with the transaction', async () => {
  const [one] = await twins();
  const client = await one.db.pool.connect();
  try {
    await client.query('begin');
    await client.query('select app.set_district($1)', [one.district.id]);
    expect((await client.query('select from person')).rowCount).toBe(1);
    await client.query('commit');
    expect((await client.query('select from person')).rowCount).toBe(0);
  } finally {
    client.release();
  }
});

test('without a district nobody sees anything, the owner of the tables neither', async () => {
  await twins();
  for (const table of FILLED) expect(await asOwner(`select from ${table}`)).toEqual([]);
});

test('the owner of the tables gets at the one district it names, to seed or repair it', async () => {
  const [one] = await twins();
  const owner = openDatabase(inject('ownerUrl'), { max: 1 });
  const seen = await owner.inDistrict(one.district.id, (tx) =>
    textRows<{ district_id: string }>(tx, 'select district_id from person'),
  );
  await owner.close();
  expect(seen).toEqual([{ district_id: one.district.id }]);
});
