import { expect, test } from 'vitest';
import { KNOWN } from './column.ts';
import { guessColumns, type Remembered } from './guess.ts';
import { headerKey } from './header-key.ts';
import { missingProperties } from './missing.ts';
import { columnProperties, NEEDED } from './properties.ts';

const guess = (headers: string[], rows: string[][] = [], remembered: [string, Remembered][] = []) =>
  guessColumns(headers, rows, new Map(remembered.map(([header, what]) => [headerKey(header), what])));
const properties = (headers: string[]) => guess(headers).map(({ property }) => property);

test('every property of the API is known by its own name, in any case', () => {
  expect(properties([...KNOWN])).toEqual(KNOWN);
  expect(properties(KNOWN.map((name) => name.toUpperCase()))).toEqual(KNOWN);
});

test.each([
  ['Emp. ID', 'staffNumber'],
  ['EMPLOYEE_NUMBER', 'staffNumber'],
  ['last-name', 'lastName'],
  ['Surname', 'lastName'],
  ['DOB', 'birthDate'],
  ['Social Security No.', 'ssn'],
  ['Date of Hire', 'employments.1.hireDate'],
  ['Térm Date', 'employments.1.terminationDate'],
  ['Building', 'positions.1.schoolNumber'],
  ['Emp #', 'staffNumber'],
  ['Bldg', 'positions.1.schoolNumber'],
  ['Start', 'positions.1.startDate'],
  ['End', 'positions.1.endDate'],
  ['Street', 'household.address.fullStreetAddress'],
  ['St', 'household.address.state'],
  ['School 2', 'positions.2.schoolNumber'],
  ['Position 3 Start Date', 'positions.3.startDate'],
  ['Address Line 1', 'household.address.fullStreetAddress'],
  ['Zip Code', 'household.address.zip'],
])('%s is %s', (header, property) => {
  expect(properties([header])).toEqual([property]);
});

test.each([
  'Notes',
  'Favourite Colour',
  'Address Line 2',
  'Last Name 2',
  '',
  '__proto__',
  'Errors',
  'School 0',
])('“%s” is not guessed: a wrong guess would write wrong data', (header) => {
  expect(properties([header])).toEqual([null]);
});

test('of two columns that would be the same property the first is', () => {
  expect(properties(['Phone', 'Home Phone'])).toEqual(['otherPhone', null]);
});

test('what was confirmed comes before names, also that a column is left out', () => {
  const remembered: [string, Remembered][] = [
    ['Last Name', { property: 'household.name', dates: 'iso' }],
    ['First Name', { property: null, dates: 'iso' }],
  ];
  expect(guess(['last name', 'FIRST NAME'], [], remembered)).toEqual([
    { header: 'last name', property: 'household.name', dates: 'iso', by: 'remembered' },
    { header: 'FIRST NAME', property: null, dates: 'iso', by: 'remembered' },
  ]);
});

test.each([
  ['by month throughout', ['7/25/2020', '', '12-1-2020'], 'mdy'],
  ['by month and by ISO, which is read everywhere', ['7/25/2020', '2020-07-25'], 'mdy'],
  ['blank', ['', ''], 'iso'],
])('dates that are written %s', (_, cells, dates) => {
  const [column] = guess(
    ['Hire Date'],
    cells.map((cell) => [cell]),
  );
  expect(column?.dates).toBe(dates);
});

test.each([
  ['ssn', ['101-11-1007', '', '102-12-1014']],
  ['workEmail', ['a@edfi.org', 'b@edfi.org']],
  ['personalEmail', ['a@gmail.com', 'b@yahoo.com']],
  ['otherPhone', ['(612) 555-0101', '612-555-0102']],
  ['gender', ['Male', 'Female', 'male']],
  ['household.address.state', ['TX', 'tx', 'Minnesota']],
  ['household.address.fullStreetAddress', ['106 West Milton St.', 'PO Box 12', '12 Fabien Boulevard Apt 3']],
])('a column whose header says nothing is %s by its values', (property, cells) => {
  const rows = cells.map((cell) => [cell]);
  expect(guess(['Q17'], rows)).toMatchObject([{ property, by: 'values' }]);
  expect(guess(['Q17', property], rows)).toMatchObject([{ property: null }, { property, by: 'name' }]);
});

test.each([
  [['X', 'X', '']],
  [['1/5/2016', '1/6/2016']],
  [['78834', '78835']],
  [['Ann', 'Bo']],
  [['207288', '207249']],
  [['OK', 'OK']],
  [['a@edfi.org', 'none', 'x', 'b@edfi.org']],
])('values that could be several things are not guessed: %s', (cells) => {
  expect(
    guess(
      ['Q17'],
      cells.map((cell) => [cell]),
    ),
  ).toMatchObject([{ property: null, by: null }]);
});

test('a ZIP code is known beside its state, codes by the district’s', () => {
  const rows = [
    ['MN', '78834', 'Grand Bend High', 'T1'],
    ['TX', '78834-1234', 'Elm', 'T2'],
  ];
  const codes = {
    schools: [
      { code: '001', description: 'Grand Bend High' },
      { code: '002', description: 'Elm' },
    ],
    titles: [
      { code: 'T1', description: 'Teacher' },
      { code: 'T2', description: 'Clerk' },
    ],
    genders: [],
  };
  expect(
    guessColumns(['a', 'b', 'c', 'd'], rows, new Map(), { codes }).map(({ property }) => property),
  ).toEqual([
    'household.address.state',
    'household.address.zip',
    'positions.1.schoolNumber',
    'positions.1.titleCode',
  ]);
});

test('years of two digits are known as dates', () => {
  const rows = [['1/25/16'], ['12/1/15']];
  expect(guessColumns(['Hire Date'], rows, new Map(), { today: '2026-11-29' })).toMatchObject([
    { dates: 'mdy' },
  ]);
  expect(guessColumns(['Hire Date'], rows, new Map())).toMatchObject([{ dates: 'iso' }]);
});

test('STAFF-3 POS-2 what no column is, of the person and of each position that has any', () => {
  expect(
    missingProperties(NEEDED, ['staffNumber', 'positions.2.endDate', 'positions.10.SCHOOLNUMBER']),
  ).toEqual([
    'lastName',
    'firstName',
    'gender',
    'positions.2.schoolNumber',
    'positions.2.startDate',
    'positions.10.startDate',
  ]);
  expect(
    missingProperties(
      NEEDED,
      columnProperties().map(({ name }) => name),
    ),
  ).toEqual([]);
});

const column = (...cells: string[]) => cells.map((cell) => [cell]);

test.each(['#', 'No.', 'No', 'Nr', 'ID#', ' ID '])(
  '“%s” is the staff number if the values beneath may be some',
  (header) => {
    for (const cells of [
      column('207288', '207249', ''),
      column('E-0017'),
      column('F1', 'F2'),
      column('7', '9'),
    ])
      expect(guess([header], cells)).toMatchObject([{ property: 'staffNumber', by: 'values' }]);
  },
);

test.each([
  ['rows that are counted', ['1', '2', '3']],
  ['rows that are counted, sorted otherwise, from 0', ['2', '0', '1', '3']],
  ['answers', ['No', 'Yes']],
  ['days', ['2020-01-05', '2020-01-06']],
  ['SSNs', ['101-11-1007']],
  ['phones', ['612-555-0101', '612-555-0102']],
  ['shares', ['0.5', '1.0']],
  ['longer than a staff number', ['1234567890123456']],
  ['nothing', ['']],
])('“#” is no staff number over %s', (_, cells) => {
  expect(guess(['#'], column(...cells))[0]?.property).not.toBe('staffNumber');
});

test('“#” is no staff number beside a column that is called so; a blank header is none', () => {
  const rows = [['701', 'E7']];
  expect(guess(['#', 'Emp ID'], rows).map(({ property }) => property)).toEqual([null, 'staffNumber']);
  expect(guess(['', '*'], [['701', '702']]).map(({ property }) => property)).toEqual([null, null]);
});

test('what was confirmed for a blank header is not of “#”', () => {
  expect(guess(['#'], [], [['', { property: 'ssn', dates: 'iso' }]])).toMatchObject([{ property: null }]);
});

test.each([
  ['Name', ['Brown, Ann', 'Roe, Jo M'], 'fullName.lastFirst'],
  [
    'Name',
    ['Ann Brown', 'Jo M. Roe', 'Ana de la Cruz', 'Pat Simpson, Jr.', 'Mary O’Neil-Ray'],
    'fullName.firstLast',
  ],
  ['Full Name', ['Ann Brown', 'Roe, Jo'], 'fullName.firstLast'],
  ['Employee', ['Ann Brown', 'Jo Roe'], 'fullName.firstLast'],
  ['Employee', ['Brown, Ann', 'Roe, Jo'], 'fullName.lastFirst'],
  ['Employee', ['207288', '207249'], 'staffNumber'],
  ['Employee', ['E7', ''], 'staffNumber'],
  ['First Last', ['Ann Brown'], 'fullName.firstLast'],
  ['Last, First', ['Brown, Ann'], 'fullName.lastFirst'],
  ['Last, First', ['Brown Ann'], null],
  ['Name', ['Brown', 'Roe'], null],
  ['Name', ['Room 7', '2 Main'], null],
  ['Name', [''], null],
])('“%s” with %j is %s', (header, cells, property) => {
  expect(guess([header], column(...cells))[0]?.property).toBe(property);
});

test('whole names that are called so come before others that only look so', () => {
  const rows = [
    ['Poe, Al', 'Ann Brown'],
    ['Lee, Bo', 'Jo Roe'],
  ];
  expect(guess(['Supervisor', 'Name'], rows).map(({ property }) => property)).toEqual([
    null,
    'fullName.firstLast',
  ]);
});

test('columns of last and first names come before one of whole names', () => {
  const rows = [['Ann Brown', 'Brown', 'Ann']];
  expect(guess(['Name', 'Last', 'First'], rows).map(({ property }) => property)).toEqual([
    null,
    'lastName',
    'firstName',
  ]);
});
