import { readFileSync } from 'node:fs';
import { type TestCell, workbookOf } from '../../../lib/staff-file/testing/workbook.ts';

/**
 * A payroll roster as districts export it: a row for each position, a total row, some bad rows. This file knows nothing of
 * the product: it splits the text by its commas (no cell has a quote) and states what is right by the file's own facts.
 */
export const ROSTER = readFileSync(
  new URL('../../../lib/staff-file/testing/roster.csv', import.meta.url),
  'utf8',
).replace('\uFEFF', '');

const LINES = ROSTER.trimEnd().split('\r\n');
const HEADER = LINES[0]?.split(',') ?? [];
const TOTAL = 'Total employees';
const TITLES = [`Grand Bend ISD${','.repeat(18)}`, `Employee Roster as of 11/27/2026${','.repeat(18)}`];

/** Cells by header, and the line in roster.csv. */
export interface RosterRow {
  line: number;
  cells: Record<string, string>;
}

export const ROWS: RosterRow[] = LINES.slice(1)
  .map((text, at) => ({
    line: at + 2,
    cells: Object.fromEntries(HEADER.map((name, i) => [name, text.split(',')[i] ?? ''])),
  }))
  .filter(({ cells }) => cells['Emp #'] !== TOTAL);

/** The rows of each staff number. */
export const PEOPLE: Map<string, RosterRow[]> = Map.groupBy(ROWS, ({ cells }) => cells['Emp #'] ?? '');

const OF_PERSON = [
  ...['Last', 'First', 'MI', 'Sex', 'SSN', 'DOB', 'Work Email'],
  ...['Hire Date', 'Term Date', 'Street', 'City', 'St', 'Zip'],
];
const FORMS: Record<string, RegExp> = {
  'Emp #': /^\d{6}$/,
  Last: /^\D+$/,
  Sex: /^(Fem|M)ale$/i,
  SSN: /^(\d{3}-\d\d-\d{4})?$/,
  'Work Email': /^(\S+@\S+)?$/,
  Bldg: /^(0|1|44|107)$/,
  Zip: /^\d{5}$/,
  ...Object.fromEntries(
    ['DOB', 'Hire Date', 'Start'].map((name) => [name, /^((1[0-2]|[1-9])\/\d\d?\/\d{4})?$/]),
  ),
};

/** What is wrong with a person: cells of another form, and cells that differ between the rows. */
export function faultsOf(rows: readonly RosterRow[]): string[] {
  const bad = rows.flatMap(({ line, cells }) =>
    Object.entries(FORMS)
      .filter(([name, form]) => !form.test(cells[name] ?? ''))
      .map(([name]) => `${line} ${name}`),
  );
  const differ = OF_PERSON.filter(
    (name) => new Set(rows.map(({ cells }) => cells[name]).filter(Boolean)).size > 1,
  );
  return [...bad, ...differ.map((name) => `${rows.map(({ line }) => line).join('+')} ${name}`)];
}

const isoOf = (date = ''): string => {
  const [month = '', day = '', year = ''] = date.split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** A sound person in the words of the API. */
export function personOf(rows: readonly RosterRow[]) {
  const said = (name: string) => rows.map(({ cells }) => cells[name]).find(Boolean);
  const birthDate = said('DOB');
  return {
    staffNumber: said('Emp #'),
    lastName: said('Last'),
    firstName: said('First'),
    ...(said('MI') && { middleName: said('MI') }),
    gender: said('Sex')?.slice(0, 1),
    ...(birthDate && { birthDate: isoOf(birthDate) }),
    ...(said('Work Email') && { workEmail: said('Work Email') }),
    employments: [{ hireDate: isoOf(said('Hire Date')) }],
    positions: rows.map(({ cells }) => ({
      schoolNumber: cells.Bldg?.padStart(3, '0'),
      titleCode: cells['Job Code'],
      startDate: isoOf(cells.Start),
    })),
  };
}

const bytes = (lines: readonly string[]) => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);

/** As Excel has it after somebody opened the CSV and saved it: numbers and dates are such. */
function excelCell(text: string): TestCell {
  if (/^[1-9]\d*$|^0$/.test(text)) return { number: text };
  const [, month = '', day = '', year = ''] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === '' || at.getUTCDate() !== Number(day) || at.getUTCMonth() !== Number(month) - 1) return text;
  return { number: (at.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000, format: 1 };
}

/** The same people as files of three kinds. */
export const FILES: [name: string, bytes: Buffer][] = [
  ['roster.csv', bytes(LINES)],
  ['roster-with-title-rows.csv', bytes([...TITLES, ...LINES.slice(0, -1)])],
  [
    'roster.xlsx',
    workbookOf({ Roster: LINES.map((line) => line.split(',').map(excelCell)) }, { formats: [14] }),
  ],
];
