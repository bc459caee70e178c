import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonList, jsonTexts } from './array.ts';
import { rowWriter } from './rows.ts';
import { household } from './schema/household.ts';
import { person } from './schema/person.ts';
import { textRows } from './sql-text.ts';
import { testDistrict } from './testing/district.ts';

const households = rowWriter(household, ['id', 'name', 'phone', 'staffHousehold']);

test('what is written is read back, to the letter', async () => {
  const ctx = await testDistrict();
  const names = fc.array(fc.option(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(names, async (given) => {
      const rows = given.map((name) => ({
        id: ctx.newId(),
        name,
        phone: name,
        staffHousehold: name === null,
      }));
      const read = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
        await households.insert(tx, rows);
        return textRows(
          tx,
          `select id, name, phone, staff_household as "staffHousehold" from household
            where district_id = $1 and id = any($2) order by id`,
          [tx.districtId, rows.map((row) => row.id)],
        );
      });
      expect(read).toEqual(rows);
    }),
    { numRuns: 25 },
  );
});

test('an update with rev writes only rows that still have it, and moves it on', async () => {
  const ctx = await testDistrict();
  const people = rowWriter(person, ['id', 'rev', 'staffNumber']);
  const [kept, moved] = [ctx.newId(), ctx.newId()];
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await people.insert(tx, [
      { id: kept, rev: 1, staffNumber: 'A1' },
      { id: moved, rev: 2, staffNumber: 'A2' },
    ]);
    const written = await people.update(tx, [
      { id: kept, rev: 1, staffNumber: 'B1' },
      { id: moved, rev: 1, staffNumber: 'B2' },
    ]);
    expect(written).toEqual([kept]);
    expect(
      await textRows(
        tx,
        'select staff_number, rev from person where district_id = $1 order by staff_number',
        [tx.districtId],
      ),
    ).toEqual([
      { staff_number: 'A2', rev: 2 },
      { staff_number: 'B1', rev: 2 },
    ]);
  });
});

test('JSON texts are unfolded as they were, whatever they hold, and none is SQL’s null', async () => {
  const ctx = await testDistrict();
  const text = fc.string({ unit: 'binary' }).filter((given) => !given.includes('\0'));
  const value = fc.option(fc.dictionary(text, fc.constantFrom('', '\u001e', '{"a":"\\"}', null, 1)));
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1 }), async (values) => {
      const texts = values.map((given) => (given === null ? null : JSON.stringify(given)));
      const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
        textRows<{ value: unknown }>(
          tx,
          `select u.value::jsonb from rows from (${jsonTexts(1)}, unnest($2::int[])) as u(value, place) order by u.place`,
          [jsonList(texts), texts.map((_, place) => place)],
        ),
      );
      expect(rows.map((row) => row.value)).toEqual(values.map((given) => given && { ...given }));
    }),
    { numRuns: 25 },
  );
});
