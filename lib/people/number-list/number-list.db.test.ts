import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { Invalid } from '../../failure.ts';
import { readPerson } from '../read-person.ts';
import { changeNumbers } from './change-numbers.ts';
import { previewList } from './preview-list.ts';

const positions = [{ startDate: '2020-01-01' }];
const preview = (ctx: Context, text: string) => previewList(ctx, { text });
const outcomes = async (ctx: Context, text: string) =>
  (await preview(ctx, text)).map(({ outcome, person }) => [outcome, person?.name ?? null]);
/** What the preview offers to change, changed. */
const change = async (ctx: Context, text: string) => {
  const changes = (await preview(ctx, text)).flatMap(({ outcome, person, staffNumber }) =>
    outcome === 'change' && person && staffNumber
      ? [{ personId: person.id, was: person.staffNumber, staffNumber }]
      : [],
  );
  return changeNumbers(ctx, { changes, reason: 'HR renumbered' });
};
const numberOf = async (ctx: Context, id: string) =>
  (await readPerson(ctx, { id, edited: true })).staffNumber;

test('CHK-2 the preview says for each line what will happen', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { lastName: 'Brown', firstName: 'Allison', staffNumber: '10058' });
  await insertPerson(ctx, { lastName: 'Lee', firstName: 'Ann', staffNumber: ' pending', positions });
  await insertPerson(ctx, { lastName: 'Poe', firstName: 'Kim', staffNumber: 'PENDING', positions });
  await insertPerson(ctx, { lastName: 'Ortíz', firstName: 'José', positions });
  await insertPerson(ctx, { lastName: 'Murphy', firstName: 'Pat', staffNumber: '1' });
  await insertPerson(ctx, { lastName: 'Murphy', firstName: 'Pat', positions });
  const text = [
    ...['Old Number\tNew Number', '10058\t20058', 'Ortiz, Jose\t30001', 'pending → 5', 'Murphy, Pat;6'],
    ...[
      'Lee, Ann\t1',
      'Kim Poe\tTBD',
      'Nobody, Here\t9',
      'alone',
      'Kim Poe,4',
      'Kim Poe,4',
      'murphy pat\tx y',
    ],
    ...['1\t1'],
  ].join('\n');
  expect(await outcomes(ctx, text)).toEqual([
    ['heading', null],
    ['change', 'Brown, Allison'],
    ['change', 'Ortíz, José'],
    ['several', null],
    ['several', null],
    ['taken', 'Lee, Ann'],
    ['notANumber', null],
    ['nobody', null],
    ['unreadable', null],
    ['change', 'Poe, Kim'],
    ['repeated', 'Poe, Kim'],
    ['notANumber', null],
    ['same', 'Murphy, Pat'],
  ]);
  const messages = (await preview(ctx, text)).map(({ message }) => message);
  expect(messages[3]).toContain('Lee, Ann and Poe, Kim');
  expect(messages[4]).toContain('number 1 and no number');
  expect(messages[5]).toBe(
    'The staff number “1” belongs to Murphy, Pat. Staff numbers must be unique.'.replace(/“|”/g, '"'),
  );
});

test('CHK-2 staff come before students of the same name; a middle name tells two apart', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { lastName: 'Lee', firstName: 'Ann' });
  const staff = await insertPerson(ctx, { lastName: 'Lee', firstName: 'Ann', positions });
  await insertPerson(ctx, { lastName: 'Poe', firstName: 'Kim', middleName: 'Beth', positions });
  const anna = await insertPerson(ctx, { lastName: 'Poe', firstName: 'Kim', middleName: 'Anna', positions });
  const found = await preview(ctx, 'Lee, Ann\t1\nPoe, Kim A.\t2\nKim Anna Poe\t2\nPoe, Kim\t3');
  expect(found.map(({ outcome, person }) => [outcome, person?.id])).toEqual([
    ['change', staff.id],
    ['change', anna.id],
    ['repeated', anna.id],
    ['several', undefined],
  ]);
});

test('CHK-2 RO-3 many numbers at once: each in history and audit log, also of people HR manages', async () => {
  const ctx = await testDistrict();
  const people = await Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      insertPerson(ctx, { staffNumber: `1${1000 + i}`, hrManagedAt: i % 2 ? ctx.now : null }),
    ),
  );
  const text = people.map((_, i) => `1${1000 + i}\t2${1000 + i}`).join('\n');
  expect(await change(ctx, text)).toEqual({ changed: 300, refused: [] });
  const [first] = people;
  const person = await readPerson(ctx, { id: first?.id ?? '', edited: true });
  expect(person).toMatchObject({ staffNumber: '21000', rev: 2 });
  expect(person.history[0]?.changes[0]).toMatchObject({
    rule: 'CHK-2',
    reason: 'Test changed the staff number: HR renumbered',
  });
  const events = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      `select target, detail from audit_event where district_id = $1 and action = 'person.change-number'`,
      [tx.districtId],
    ),
  );
  expect(events).toHaveLength(300);
  expect(events).toContainEqual({
    target: first?.id,
    detail: { staffNumber: '21000', reason: 'HR renumbered' },
  });
  // Pasted the other way round, the list takes everything back.
  expect(await change(ctx, people.map((_, i) => `2${1000 + i}\t1${1000 + i}`).join('\n'))).toMatchObject({
    changed: 300,
  });
  expect(await numberOf(ctx, first?.id ?? '')).toBe('11000');
});

test('RO-3 a list may swap numbers and move them on', async () => {
  const ctx = await testDistrict();
  const people = await Promise.all(['1', '2', '3'].map((staffNumber) => insertPerson(ctx, { staffNumber })));
  expect(await change(ctx, '1\t2\n2\t1\n3\t4')).toEqual({ changed: 3, refused: [] });
  expect(await Promise.all(people.map(({ id }) => numberOf(ctx, id)))).toEqual(['2', '1', '4']);
});

test('CHK-2 what changed after the preview is left as it is and named; the rest is written', async () => {
  const ctx = await testDistrict();
  const [one, two, three] = await Promise.all(
    ['1', '2', '3'].map((staffNumber) => insertPerson(ctx, { staffNumber, lastName: `L${staffNumber}` })),
  );
  await insertPerson(ctx, { staffNumber: '12', lastName: 'Late', firstName: 'Kim' });
  const gone = ctx.newId();
  const answer = await changeNumbers(ctx, {
    changes: [
      { personId: one?.id ?? '', was: 'other', staffNumber: '11' },
      { personId: two?.id ?? '', was: '2', staffNumber: '12' },
      { personId: three?.id ?? '', was: '3', staffNumber: '13' },
      { personId: gone, was: '4', staffNumber: '14' },
    ],
    reason: 'why',
  });
  expect(answer.changed).toBe(1);
  expect(new Map(answer.refused.map(({ personId, message }) => [personId, message]))).toEqual(
    new Map([
      [one?.id, expect.stringContaining('Another user changed this number')],
      [gone, expect.stringContaining('no longer in Campus')],
      [two?.id, expect.stringContaining('Late, Kim')],
    ]),
  );
  expect(await numberOf(ctx, three?.id ?? '')).toBe('13');
  expect(await numberOf(ctx, one?.id ?? '')).toBe('1');
});

test('RO-3 two lists that give one number at the same time: one gets it', async () => {
  const ctx = await testDistrict();
  const people = await Promise.all(['1', '2', '3'].map((staffNumber) => insertPerson(ctx, { staffNumber })));
  const answers = await Promise.all(people.map((_, i) => change(ctx, `${i + 1}\t77`)));
  expect(answers.reduce((sum, { changed }) => sum + changed, 0)).toBe(1);
});

test('CHK-2 nobody of another district is found or changed', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  const { id } = await insertPerson(other, { staffNumber: '1', lastName: 'Else', firstName: 'Kim' });
  expect(await outcomes(ctx, '1\t2\nElse, Kim\t2')).toEqual([
    ['nobody', null],
    ['nobody', null],
  ]);
  const changes = [{ personId: id, was: '1', staffNumber: '2' }];
  expect((await changeNumbers(ctx, { changes, reason: 'x' })).changed).toBe(0);
  expect(await numberOf(other, id)).toBe('1');
});

test('CHK-2 a list that is too long is refused as a whole', async () => {
  const ctx = await testDistrict();
  await expect(preview(ctx, '1\t2\n'.repeat(2_001))).rejects.toBeInstanceOf(Invalid);
});
