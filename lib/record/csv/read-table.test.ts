import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TooLarge, Unreadable } from '../../failure.ts';
import { legible } from '../../text/legible.ts';
import type { ColumnMeaning } from './meaning.ts';
import { openRecords } from './read-table.ts';

async function read(text: string, mapping?: readonly ColumnMeaning[]) {
  const records = [];
  const table = await openRecords(chunks(text), { columns: mapping });
  for await (const { line, record, unreadable } of table.records) {
    if (unreadable) throw unreadable;
    records.push({ line, record });
  }
  return records;
}
test('a year of two digits is read by the day on which the file comes', async () => {
  const text = 'n,b,h,p\n1,3/4/27,3/4/27,5-Jan-16\n';
  const columns = [
    meaning('n', 'staffNumber'),
    meaning('b', 'birthDate', 'mdy'),
    meaning('h', 'employments.1.hireDate', 'mdy'),
    meaning('p', 'positions.1.startDate', 'named'),
  ];
  const { records } = await openRecords(chunks(text), { columns, today: '2026-11-29' });
  expect(await Array.fromAsync(records, ({ record }) => record)).toEqual([
    {
      staffNumber: '1',
      birthDate: '1927-03-04',
      employments: [{ hireDate: '2027-03-04' }],
      positions: [{ startDate: '2016-01-05' }],
    },
  ]);
});
const meaning = (header: string, property: string | null, dates: ColumnMeaning['dates'] = 'iso') => ({
  header,
  property,
  dates,
});
async function* chunks(text: string) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
const refusal = async (text: string, mapping?: readonly ColumnMeaning[]) => {
  const error = await read(text, mapping).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Unreadable);
  return error as Unreadable;
};

describe('a CSV feed by the API’s property names', () => {
  test('demographics, employments, positions and the household, each value as its text', async () => {
    const [row] = await read(
      'staffNumber,lastName,positions.1.schoolNumber,positions.1.startDate,employments.1.hireDate,household.address.fullStreetAddress,household.address.city,household.householdLocations.1.mailing\n' +
        '0010,"Simpson, Jr.",010,2023-10-01,2020-07-25,4321 South Lexington Ave SE Apt 45,Blaine,no\n',
    );
    expect(row).toEqual({
      line: 2,
      record: {
        staffNumber: '0010',
        lastName: 'Simpson, Jr.',
        positions: [{ schoolNumber: '010', startDate: '2023-10-01' }],
        employments: [{ hireDate: '2020-07-25' }],
        household: {
          householdLocations: [
            {
              address: { fullStreetAddress: '4321 South Lexington Ave SE Apt 45', city: 'Blaine' },
              mailing: false,
            },
          ],
        },
      },
    });
  });

  test('STAFF-6 a blank cell is as not sent; POS-10 positions that are all blank are left out', async () => {
    const rows = await read(
      'staffNumber,middleName,positions.1.schoolNumber,positions.2.schoolNumber,positions.2.endDate,household.address.city\n' +
        '1,,,020,,\n2, ,,,,\n',
    );
    expect(rows.map(({ record }) => record)).toEqual([
      { staffNumber: '1', positions: [{ schoolNumber: '020' }] },
      { staffNumber: '2' },
    ]);
  });

  test('without regard to case; semicolons and tabs separate too; a BOM and blank lines do no harm', async () => {
    const expected = [{ staffNumber: '1', lastName: 'Ñandú' }];
    for (const text of ['\ufeffSTAFFNUMBER;lastname\r\n1;Ñandú\r\n\r\n', 'staffNumber\tlastName\n1\tÑandú'])
      expect((await read(text)).map(({ record }) => record)).toEqual(expected);
  });

  test('a mapping says what a column is, or that it is none', async () => {
    const mapping = [meaning('EmpNo', 'staffNumber'), meaning('Surname', 'lastName'), meaning('Notes', null)];
    const rows = await read('EmpNo,Surname,Notes\n1,Brown,x\n', mapping);
    expect(rows.map(({ record }) => record)).toEqual([{ staffNumber: '1', lastName: 'Brown' }]);
  });

  test('a record’s line is where it begins, also after a cell of several lines', async () => {
    const rows = await read('staffNumber,lastName\n1,"A\nB"\n\n2,C\n3,D');
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
  });
});

describe('STAFF-9 a file that is no feed is refused, with line and column', () => {
  test('an unknown column names the nearest; one twice names both; all at once', async () => {
    const { errors } = await refusal(
      'staffNumber,lastNmae,positions.1.schooNumber,STAFFNUMBER,positions.0.endDate\n',
    );
    expect(errors).toMatchObject([
      { pointer: '/0/1', code: 'unknownColumn', hint: 'Did you mean lastName?' },
      { pointer: '/0/2', code: 'unknownColumn', hint: 'Did you mean positions.1.schoolNumber?' },
      { pointer: '/0/3', code: 'columnTwice' },
      { pointer: '/0/4', code: 'unknownColumn' },
    ]);
  });

  test.each([
    ['no column staffNumber', 'lastName\nx\n', 'columnMissing'],
    ['an empty file', '', 'badCsv'],
    ['an unclosed quote', 'staffNumber\n"1\n', 'badCsv'],
    ['more cells than columns', 'staffNumber\n1,2\n', 'badCsv'],
    ['__proto__', 'staffNumber,__proto__.x\n1,2\n', 'unknownColumn'],
  ])('%s', async (_name, text, code) => {
    expect((await refusal(text)).errors[0]?.code).toBe(code);
  });
});

test('what is written as CSV is read back, whatever it holds', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,9}$/), cell), { minLength: 1, maxLength: 5 }),
      async (rows) => {
        const text = stringify([['staffNumber', 'lastName'], ...rows], { quoted: true });
        expect((await read(text)).map(({ record }) => record)).toEqual(
          rows.map(([staffNumber, lastName]) => ({
            staffNumber,
            ...(legible(lastName) !== '' && { lastName }),
          })),
        );
      },
    ),
  );
});

describe('what files in the wild are like', () => {
  test('only one separator separates: a semicolon in a comma file’s cell is text', async () => {
    const rows = await read('staffNumber,"last;Name;x;y;z"\n1,Main St; Apt 4\n', [
      meaning('staffNumber', 'staffNumber'),
      meaning('last;Name;x;y;z', 'lastName'),
    ]);
    expect(rows.map(({ record }) => record)).toEqual([{ staffNumber: '1', lastName: 'Main St; Apt 4' }]);
  });

  test('line ends may be mixed', async () => {
    const rows = await read('staffNumber,lastName\r\n1,A\n2,B\r3,C');
    expect(rows.map(({ line, record }) => [line, record.staffNumber])).toEqual([
      [2, '1'],
      [3, '2'],
      [4, '3'],
    ]);
  });

  test('names in Windows-1252 are read', async () => {
    const latin1 = async function* () {
      yield Buffer.from('staffNumber,lastName\n1,Pe\xf1a\n', 'latin1');
    };
    const { records } = await openRecords(latin1());
    expect((await Array.fromAsync(records))[0]?.record).toMatchObject({ lastName: 'Peña' });
  });

  test('a cell with a NUL is that cell’s fault, by its place in the record, and no NUL is passed on', async () => {
    const text = 'staffNumber,lastName,positions.1.schoolNumber,household.name\n1,A\0b,0\x07,x\n2,B,001,\n';
    const { records } = await openRecords(chunks(text));
    const [bad, good] = await Array.fromAsync(records);
    expect(bad?.faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/lastName', 'unreadableCharacter'],
      ['/positions/0/schoolNumber', 'unreadableCharacter'],
    ]);
    expect(JSON.stringify(bad?.record)).not.toMatch(/\\u00/);
    expect(good?.faults).toEqual([]);
  });

  test('dates by month are read where the mapping says so, and only what is one', async () => {
    const rows = await read(
      'staffNumber,birthDate,lastName\n1,7/5/2020,7/5/2020\n2,2020-07-05,x\n3,7/5/20,x\n4,13/1/2020,x\n',
      [
        meaning('staffNumber', 'staffNumber'),
        meaning('birthDate', 'birthDate', 'mdy'),
        meaning('lastName', 'lastName', 'mdy'),
      ],
    );
    expect(rows.map(({ record }) => record.birthDate)).toEqual([
      '2020-07-05',
      '2020-07-05',
      '7/5/20',
      '2020-13-01',
    ]);
    expect(rows[0]?.record.lastName).toBe('7/5/2020');
  });

  test('ID-5 a cell of invisible characters is blank, and a date is read without them', async () => {
    const rows = await read(
      'staffNumber,birthDate,positions.1.schoolNumber\n1,\u200e7/5/2020\u200e,\u200b\n',
      [
        meaning('staffNumber', 'staffNumber'),
        meaning('birthDate', 'birthDate', 'mdy'),
        meaning('positions.1.schoolNumber', 'positions.1.schoolNumber'),
      ],
    );
    expect(rows[0]?.record).toEqual({ staffNumber: '1', birthDate: '2020-07-05' });
  });

  test('a formula that a download has neutralized is what it was', async () => {
    const rows = await read(`staffNumber,workPhone,lastName\n1,'+1 612 555 0101,'s Gravesande\n`);
    expect(rows[0]?.record).toMatchObject({ workPhone: '+1 612 555 0101', lastName: "'s Gravesande" });
  });
});

test('more columns than a mapping can have are too many, and not compared with properties', async () => {
  const header = Array.from({ length: 100_000 }, (_, i) => `lastNam${i % 7}`).join();
  await expect(read(`${header}\n`)).rejects.toBeInstanceOf(TooLarge);
});
