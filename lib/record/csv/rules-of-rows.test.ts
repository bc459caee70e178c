import { expect, test } from 'vitest';
import type { ColumnMeaning } from './meaning.ts';
import { openPeople } from './people.ts';
import { openRecords, type RecordOptions } from './read-table.ts';

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
const column = (
  header: string,
  property: string | null,
  more: Partial<ColumnMeaning> = {},
): ColumnMeaning => ({
  ...{ header, property, dates: 'iso' },
  ...more,
});
async function read(text: string, options: RecordOptions) {
  const { records } = await openRecords(bytesOf(text), options);
  return Array.fromAsync(records, ({ record, faults }) => (faults.length > 0 ? { record, faults } : record));
}

test('STAFF-6 a blank cell leaves the field, or erases it by its column; of an item of a list only if it has something else', async () => {
  const columns = [
    column('n', 'staffNumber'),
    column('phone', 'workPhone'),
    column('cell', 'cellPhone', { blanks: 'erase' }),
    column('s', 'positions.1.schoolNumber'),
    column('e', 'positions.1.endDate', { blanks: 'erase' }),
    column('h', 'household.phone', { blanks: 'erase' }),
  ];
  expect(await read('n,phone,cell,s,e,h\n1,,,010,,\n2,,,,,5\n', { columns })).toEqual([
    {
      staffNumber: '1',
      cellPhone: '',
      positions: [{ schoolNumber: '010', endDate: '' }],
      household: { phone: '' },
    },
    { staffNumber: '2', cellPhone: '', household: { phone: '5' } },
  ]);
});

test('placeholders are blank cells, open ends, or meant as they are', async () => {
  const columns = [
    column('n', 'staffNumber'),
    column('l', 'lastName', { placeholders: [{ text: 'NULL', means: 'value' }] }),
    column('m', 'middleName', { placeholders: [{ text: 'n/a', means: 'blank' }] }),
    column('w', 'workPhone', { blanks: 'erase', placeholders: [{ text: '-', means: 'blank' }] }),
    column('s', 'positions.1.startDate', { dates: 'mdy' }),
    column('e', 'positions.1.endDate', {
      dates: 'mdy',
      placeholders: [{ text: '12/31/9999', means: 'openEnd' }],
    }),
  ];
  expect(
    await read('n,l,m,w,s,e\n1,Null, N/A ,-,1/5/2016,12/31/9999\n2,Roe,N,1,,12/31/9999\n', { columns }),
  ).toEqual([
    {
      staffNumber: '1',
      lastName: 'Null',
      workPhone: '',
      positions: [{ startDate: '2016-01-05', endDate: '' }],
    },
    { staffNumber: '2', lastName: 'Roe', middleName: 'N', workPhone: '1' },
  ]);
});

test('a column of whole names is split; one that can’t be is an error of its cell', async () => {
  const columns = [column('n', 'staffNumber'), column('Name', 'fullName.lastFirst')];
  expect(await read('n,Name\n1,"Brown, Ann M"\n2,Cher\n', { columns })).toMatchObject([
    { staffNumber: '1', lastName: 'Brown', firstName: 'Ann', middleName: 'M' },
    { faults: [{ pointer: '/lastName', code: 'invalid' }] },
  ]);
  const twice = [...columns, column('Last', 'lastName')];
  await expect(read('n,Name,Last\n', { columns: twice })).rejects.toThrow(/same property/);
});

test('a fixed value is in every row, and is no cell of the file', async () => {
  const columns = [column('n', 'staffNumber'), column('x', null)];
  const fixed = [{ property: 'positions.1.startDate', value: '2026-08-01' }];
  expect(await read('n,x\n1\n2,y\n', { columns, fixed })).toEqual([
    { staffNumber: '1', positions: [{ startDate: '2026-08-01' }] },
    { staffNumber: '2', positions: [{ startDate: '2026-08-01' }] },
  ]);
});

test('values become codes, a title’s description its code, and rows with an ignored value are left out', async () => {
  const codes = {
    schools: (value: string) => ({ '1': '001', Closed: null })[value],
    titles: (value: string) => ({ Coach: 'T1' })[value],
  };
  const columns = [
    column('n', 'staffNumber'),
    column('s', 'positions.1.schoolNumber'),
    column('t', 'positions.1.titleDescription'),
  ];
  expect(await read('n,s,t\n1,1,Coach\n2,Closed,Coach\n3,9,Other\n', { columns, codes })).toEqual([
    { staffNumber: '1', positions: [{ schoolNumber: '001', titleDescription: 'Coach', titleCode: 'T1' }] },
    { staffNumber: '3', positions: [{ schoolNumber: '9', titleDescription: 'Other' }] },
  ]);
});

test('SYNC-2 a corrected cell counts, also a staff number, and one that the row did not have', async () => {
  const corrected = new Map([
    [2, new Map([[0, '7']])],
    [3, new Map([[2, '2020-01-01']])],
  ]);
  const columns = [
    column('n', 'staffNumber'),
    column('s', 'positions.1.schoolNumber'),
    column('d', 'positions.1.startDate'),
  ];
  const { people } = await openPeople(() => bytesOf('n,s,d\nx,010,2019-01-01\n7,020\n'), {
    columns,
    corrected,
  });
  expect(await Array.fromAsync(people, ({ record }) => record)).toEqual([
    {
      staffNumber: '7',
      positions: [
        { schoolNumber: '010', startDate: '2019-01-01' },
        { schoolNumber: '020', startDate: '2020-01-01' },
      ],
    },
  ]);
});
