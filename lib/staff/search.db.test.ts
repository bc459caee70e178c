import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { asRead } from '../text/legible.ts';
import { nameKey } from '../text/name-key.ts';
import { type StaffSearch, searchStaff } from './search.ts';

const positions = [{ startDate: '2020-01-01' }];
const numbers = async (ctx: Context, search: Partial<StaffSearch>) =>
  (await searchStaff(ctx, { limit: 100, ...search })).data.map(({ staffNumber }) => staffNumber).sort();

test('SRCH-1 a person without a position is not found, unless asked for, and then is marked', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: 'with', positions });
  await insertPerson(ctx, { staffNumber: 'without' });
  await insertPerson(ctx, { employments: [{ hireDate: '2020-01-01' }] });
  await insertPerson(ctx, { lastName: 'Student' });
  expect(await numbers(ctx, {})).toEqual(['with']);
  const { data } = await searchStaff(ctx, { limit: 100, includeIncomplete: true });
  expect(data.map(({ staffNumber, complete }) => [staffNumber, complete]).sort()).toEqual(
    [
      ['with', true],
      ['without', false],
      [null, false],
    ].sort(),
  );
});

test('SRCH-2 by number and e-mail without case, by names from their beginning without case and accents', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, {
    staffNumber: 'Ab1',
    lastName: 'Núñez',
    firstName: 'Zoë',
    workEmail: 'Zoe@School.org',
    positions,
  });
  await insertPerson(ctx, {
    staffNumber: '2',
    lastName: 'Nun',
    firstName: 'Al_',
    personalEmail: 'al@home.org',
    positions,
  });
  expect(await numbers(ctx, { staffNumber: ' aB1' })).toEqual(['Ab1']);
  expect(await numbers(ctx, { lastName: 'NUN' })).toEqual(['2', 'Ab1']);
  expect(await numbers(ctx, { lastName: 'nuñe', firstName: 'ZOE' })).toEqual(['Ab1']);
  expect(await numbers(ctx, { firstName: 'a%' })).toEqual([]);
  expect(await numbers(ctx, { firstName: 'al_' })).toEqual(['2']);
  expect(await numbers(ctx, { email: 'zoe@school.ORG' })).toEqual(['Ab1']);
  expect(await numbers(ctx, { email: 'al@home.org' })).toEqual(['2']);
});

test.each([
  ['an apostrophe', "O'Brien", ['OBrien', 'O’Brien', "o'brien", 'O Brien', 'obr', "O'B", 'OʼBrien']],
  ['an okina', 'ʻOpunui', ['Opunui', "'opunui", '‘Opu', '`Opunui']],
  ['a hyphen', 'Smith-Jones', ['Smith Jones', 'SmithJones', 'smith–j', 'Smith', 'Smith - Jones']],
  ['a blank', 'De la Cruz', ['delacruz', 'De La C', 'de\u00a0la']],
  ['accents', 'Núñez-Ångström', ['Nunez Angstrom', 'nuñez']],
  ['letters with a stroke', 'Đặng-Łukasz', ['dang lukasz', 'Đang']],
  ['a suffix', 'Smith Jr.', ['Smith', 'Smith jr', 'SMITH, SR', 'Smith III']],
  ['invisible characters', 'Mc\u200bDonald', ['McDonald', 'mcd']],
])('SRCH-2 names are found whatever their spelling of %s', async (_, lastName, asked) => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '1', lastName, firstName: 'Robert Jr.', positions });
  await insertPerson(ctx, { staffNumber: '2', lastName: 'Zimmer', firstName: 'Jo', positions });
  for (const text of asked) expect([text, await numbers(ctx, { lastName: text })]).toEqual([text, ['1']]);
  for (const firstName of ['Robert', 'robert jr', 'Robert II'])
    expect(await numbers(ctx, { firstName })).toEqual(['1']);
  expect(await numbers(ctx, { lastName: "'" })).toEqual([]);
});

test('SRCH-2 by birth date and SSN, exactly, and by when they were changed', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '1', birthDate: '1979-12-26', ssn: '123456789', positions });
  await insertPerson(ctx, { staffNumber: '2', birthDate: '1979-12-27', ssn: '123456788', positions });
  expect(await numbers(ctx, { birthDate: '1979-12-26' })).toEqual(['1']);
  expect(await numbers(ctx, { ssn: '123456788' })).toEqual(['2']);
  expect(await numbers(ctx, { updatedSince: '2999-01-01T00:00:00Z' })).toEqual([]);
  expect(await numbers(ctx, { updatedSince: '2000-01-01T00:00:00-06:00' })).toEqual(['1', '2']);
});

test('SRCH-2 pages by cursor meet everyone once; a cursor of another list is refused', async () => {
  const ctx = await testDistrict();
  const sent = Array.from({ length: 7 }, (_, i) => `n${i}`);
  for (const staffNumber of sent) await insertPerson(ctx, { staffNumber, positions });
  const met: (string | null)[] = [];
  for (let cursor: string[] | undefined; ; ) {
    const { data, nextCursor } = await searchStaff(ctx, { limit: 3, cursor });
    met.push(...data.map(({ staffNumber }) => staffNumber));
    if (nextCursor === null) break;
    cursor = JSON.parse(Buffer.from(nextCursor, 'base64url').toString());
  }
  expect(met.sort()).toEqual(sent);
  await expect(searchStaff(ctx, { limit: 3, cursor: ['0'] })).rejects.toBeInstanceOf(Invalid);
});

const foldedByDatabase = (ctx: Context, names: string[]) =>
  textRows<{ key: string }>(
    ctx.db,
    'select app.name_key(name) as key from unnest($1::text[]) with ordinality as given(name, n) order by n',
    [names],
  );

/** New in Unicode 15 to 17: a Postgres may not know their small letters, or what they are composed of. */
const NEW_CHARACTERS = [
  [0x1c89, 0x1c89],
  [0xa7cb, 0xa7dc],
  [0x1_05c9, 0x1_05e4],
  [0x1_0d50, 0x1_0d65],
  [0x1_1383, 0x1_13c8],
  [0x1_6121, 0x1_6128],
  [0x1_6d68, 0x1_6d6a],
  [0x1_6ea0, 0x1_6eb8],
] as const;

test('SRCH-2 the database folds every character as the search does', async () => {
  const ctx = await testDistrict();
  const characters = Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
    // Beyond: ideographs, private use, and planes without a character yet.
    .filter((code) => code < 0x2_0000 || (code >= 0xe_0000 && code < 0xe_0200))
    .filter((code) => NEW_CHARACTERS.every(([from, to]) => code < from || code > to))
    .map((code) => String.fromCodePoint(code));
  const names = characters.map((char) => `A${char}b Jr.`);
  const keys = await foldedByDatabase(ctx, names);
  const differing = characters.flatMap((char, n) =>
    keys[n]?.key === nameKey(names[n] ?? '') ? [] : `U+${char.codePointAt(0)?.toString(16)} ${keys[n]?.key}`,
  );
  expect(differing).toEqual([]);
});

test('SRCH-2 the database folds a name as the search does, and texts that look the same fold the same', async () => {
  const ctx = await testDistrict();
  const part = fc.oneof(
    fc.constantFrom(
      ...'aAzZéÉñÑüÜçøØßłŁİœΣς’ʻ -.,1_%',
      '\u200b',
      '\u00a0',
      ' Jr.',
      ' III',
      'ii',
      ' v',
      'e\u0301',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
  );
  const names = fc.sample(
    fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('').replaceAll('\0', '')),
    5_000,
  );
  const keys = await foldedByDatabase(ctx, names);
  for (const [n, name] of names.entries()) {
    expect(keys[n]?.key).toBe(nameKey(name));
    // A name of apostrophes and a suffix alone is kept as it is written.
    if (nameKey(name) !== name.toLowerCase()) expect(nameKey(asRead(name))).toBe(nameKey(name));
  }
});
