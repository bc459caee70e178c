import { beforeEach, expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Context } from '../../context.ts';
import { newId } from '../../new-id.ts';
import { startSync } from '../run/start.ts';
import { CSV_TYPE } from '../upload/file-types.ts';
import { checkDraft } from './check.ts';
import { chooseForDraft, correctCells } from './choose.ts';
import { cancelDraft, createDraft, myDraft } from './draft.ts';
import { lookAtDraft } from './look.ts';
import { fileMappingSchema } from './schema.ts';
import { transferDraft } from './transfer-draft.ts';

let ctx: Context;
beforeEach(async () => {
  const district = await testDistrict();
  ctx = { ...district, actor: { kind: 'user', id: newId(), name: 'Alex Morgan', username: 'alex' } };
  await startSync(ctx);
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
const draftOf = (text: string, of = ctx) =>
  createDraft(of, { file: bytesOf(text), type: CSV_TYPE, name: 'roster.csv' });

const HR = [
  'Emp ID,Last Name,First Name,Sex,SSN,Hire Date',
  '20001,Brown,Ann,F,123-45-6789,1/5/2016',
  '20002,Reyes,Ana,F,,13/5/2016',
].join('\n');
const mapping = fileMappingSchema.parse({
  columns: [
    { header: 'Emp ID', property: 'staffNumber', dates: 'iso' },
    { header: 'Last Name', property: 'lastName', dates: 'iso' },
    { header: 'Sex', property: 'gender', dates: 'iso', blanks: 'erase' },
  ],
});

test('the wizard goes on where its user left it, and nobody else sees it', async () => {
  const { id } = await draftOf(HR);
  const chosen = await chooseForDraft(ctx, id, { mapping, step: 'values', name: 'Skyward' });
  expect(chosen.faults.map(({ pointer, code }) => [pointer, code])).toEqual([['/columns', 'columnMissing']]);
  await correctCells(ctx, id, [{ line: 2, column: 1, value: 'Browne' }]);
  expect(await myDraft(ctx)).toMatchObject({
    id,
    fileName: 'roster.csv',
    step: 'values',
    name: 'Skyward',
    mapping,
    corrected: 1,
  });
  await correctCells(ctx, id, [{ line: 2, column: 1, value: null }]);
  expect(await myDraft(ctx)).toMatchObject({ corrected: 0 });
  const colleague: Context = { ...ctx, actor: { kind: 'user', id: newId(), name: 'Pat', username: 'pat' } };
  expect(await myDraft(colleague)).toBeNull();
  await expect(lookAtDraft(colleague, id)).rejects.toThrow(/no longer has this file/);
  await cancelDraft(ctx, id);
  expect(await myDraft(ctx)).toBeNull();
});

test('columns: chosen ones as chosen, others guessed by all rows; SSNs masked', async () => {
  const { id } = await draftOf(HR);
  await chooseForDraft(ctx, id, { mapping, step: 'columns', name: null });
  const look = await lookAtDraft(ctx, id);
  expect(look.columns.map(({ property, dates, blanks, by }) => [property, dates, blanks, by])).toEqual([
    ['staffNumber', 'iso', 'leave', 'chosen'],
    ['lastName', 'iso', 'leave', 'chosen'],
    ['firstName', 'iso', undefined, 'name'],
    ['gender', 'iso', 'erase', 'chosen'],
    ['ssn', 'iso', undefined, 'name'],
    ['employments.1.hireDate', 'dmy', undefined, 'term'],
  ]);
  expect(look.columns[4]).toMatchObject({ samples: ['***-**-6789'], filled: 1, blank: 1 });
  expect(look.rows[0]?.[4]).toBe('***-**-6789');
  expect(look.rowCount).toBe(2);
});

test('ID-6 what is asked of a column: placeholders, days that are none, middle names of one letter', async () => {
  const { id } = await draftOf(
    [
      'Emp ID,MI,Work Email,Start,End,Q17',
      '1,A,N/A,1/5/16,12/31/9999,Harrison High School',
      '2,B,none,2/25/16,12/31/9999,Grand Bend High School',
      '3,,n/a,,,',
    ].join('\n'),
  );
  const { columns } = await lookAtDraft(ctx, id);
  expect(columns.map(({ property, dates, asked, initials }) => [property, dates, asked, initials])).toEqual([
    ['staffNumber', 'iso', [], false],
    ['middleName', 'iso', [], true],
    [
      'workEmail',
      'iso',
      [
        { text: 'N/A', count: 2 },
        { text: 'none', count: 1 },
      ],
      false,
    ],
    ['positions.1.startDate', 'mdy', [], false],
    ['positions.1.endDate', 'mdy', [{ text: '12/31/9999', count: 2 }], false],
    ['positions.1.schoolNumber', 'iso', [], false],
  ]);
});

test('Check counts people whose blank cells erase: not one whose other row fills the field, and no end that is open', async () => {
  const { id } = await draftOf(
    [
      'Emp ID,Last,First,Sex,Work Email,Bldg,Job Code,Start,End',
      '1,Brown,Ann,F,,010,T1,1/5/2016,12/31/9999',
      '1,Brown,Ann,F,ann@example.org,044,T1,1/5/2016,12/31/9999',
      '2,Reyes,Ana,F,,010,T1,1/5/2016,12/31/9999',
      '2,Reyes,Ana,F,,044,T1,1/5/2016,12/31/9999',
      '3,Roe,Jo,Q,,010,T1,1/5/2016,12/31/9999',
    ].join('\n'),
  );
  const { columns } = await lookAtDraft(ctx, id);
  const mapping = fileMappingSchema.parse({
    columns: columns.map(({ header, property, dates }) => ({
      ...{ header, property, dates },
      ...(property === 'workEmail' && { blanks: 'erase' }),
      ...(property === 'positions.1.endDate' && {
        placeholders: [{ text: '12/31/9999', means: 'openEnd' }],
      }),
    })),
  });
  expect(await chooseForDraft(ctx, id, { mapping, step: 'check', name: null })).toMatchObject({ faults: [] });
  expect(await checkDraft(ctx, id)).toMatchObject({
    ...{ rows: 5, people: 3, ready: 2, setAside: 1 },
    erasures: [{ header: 'Work Email', property: 'workEmail', people: 1 }],
  });
});

test('how the file is read can be set: header row, encoding and separator', async () => {
  const { id } = await draftOf('a;b,c\nEmp ID;Last,Name\n1;Mu\u00f1oz,x\n');
  const reading = { headerRow: 2, delimiter: ';', encoding: 'windows-1252' } as const;
  await chooseForDraft(ctx, id, { mapping: { ...mapping, columns: [], reading }, step: 'file', name: null });
  const look = await lookAtDraft(ctx, id);
  expect(look.recognized).toMatchObject(reading);
  expect(look.columns.map(({ header, samples }) => [header, ...samples])).toEqual([
    ['Emp ID', '1'],
    ['Last,Name', 'Mu\u00c3\u00b1oz,x'],
  ]);
});

test('a file is taken while a transfer is started, and only one that can be read', async () => {
  await expect(draftOf('')).rejects.toThrow(/empty/);
  expect(await myDraft(ctx)).toBeNull();
  const early = { ...(await testDistrict()), actor: ctx.actor };
  await expect(draftOf(HR, early)).rejects.toMatchObject({ name: 'Conflict' });
});

test('columns are remembered with what blanks and placeholders mean, also without a named mapping', async () => {
  const HEADER = 'Emp ID,Last Name,First Name,Sex,Work Email';
  const { id } = await draftOf(`${HEADER}\n1,Brown,Ann,F,N/A\n2,Reyes,Ana,F,\n`);
  const { columns } = await lookAtDraft(ctx, id);
  const chosen = columns.map((column) =>
    column.property === 'workEmail'
      ? { ...column, blanks: 'erase', placeholders: [{ text: 'N/A', means: 'value' }] }
      : column,
  );
  const used = fileMappingSchema.parse({
    columns: chosen.map(({ header, property, dates, blanks, placeholders }) => ({
      ...{ header, property, dates, blanks, placeholders },
    })),
  });
  await chooseForDraft(ctx, id, { mapping: used, step: 'check', name: null });
  const { result } = await transferDraft(ctx, id, { onInvalid: 'setAside', name: null });
  expect(result.outcome).toBe('staged');

  const next = await lookAtDraft(ctx, (await draftOf(`${HEADER}\n3,Lee,Kim,M,N/A\n`)).id);
  expect(next.columns.at(-1)).toMatchObject({
    ...{ property: 'workEmail', by: 'remembered', blanks: 'erase' },
    placeholders: [{ text: 'N/A', means: 'value' }],
  });
  expect(next.columns[1]).toMatchObject({ property: 'lastName', by: 'remembered', blanks: 'leave' });
});
