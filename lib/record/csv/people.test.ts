import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTable } from '../../staff-file/open-table.ts';
import { guessColumns, isColumnName } from './guess.ts';
import { openPeople } from './people.ts';
import type { RecordOptions } from './read-table.ts';

async function* once(bytes: Uint8Array) {
  yield bytes;
}

test('SYNC-2 a payroll roster of one row a position: guessed whole, 300 people with their positions', async () => {
  const file = readFileSync(new URL('../../staff-file/testing/roster.csv', import.meta.url));
  const table = await openTable(once(file), { isName: isColumnName });
  const rows = (await Array.fromAsync(table.rows)).map(({ cells }) => cells);
  const guessed = guessColumns(table.header, rows, new Map());
  expect(guessed.filter(({ property }) => property === null)).toEqual([]);
  expect(guessed.filter(({ header }) => /DOB|Date|Start|End/.test(header)).map(({ dates }) => dates)).toEqual(
    Array(5).fill('mdy'),
  );
  const lines: number[] = [];
  const { people, below } = await openPeople(
    () => once(file),
    { columns: guessed },
    ({ line }) => lines.push(line),
  );
  const all = await Array.fromAsync(people);
  expect([lines.length, below]).toEqual([383, [385]]);
  const numbers = new Set(all.map(({ record }) => record.staffNumber));
  const positions = all.flatMap(({ record }) => record.positions ?? []);
  expect([all.length, numbers.size, positions.length]).toEqual([300, 300, 383]);
  // What the file says in two ways of one person.
  const found = all.flatMap(({ errors }) =>
    errors.map(({ message }) => /^(\w+) differs on lines (\d+) and (\d+)/.exec(message)),
  );
  expect(found.map((match) => match?.slice(1).join(' '))).toEqual([
    'birthDate 13 14',
    'gender 92 93',
    'gender 92 94',
    'workEmail 135 136',
    'household 152 153',
  ]);
});

const HEAD = 'staffNumber,lastName,firstName,birthDate,positions.1.schoolNumber';
async function peopleOfFile(lines: readonly string[], options: RecordOptions = {}) {
  const file = Buffer.from([HEAD, ...lines].join('\n'));
  const { people } = await openPeople(() => once(file), options);
  return (await Array.fromAsync(people)).map(({ record, errors, rows }) => ({
    lines: rows.map(({ line }) => line),
    number: record.staffNumber,
    errors: errors.map(({ message }) => message),
  }));
}

test('STAFF-1 SYNC-2 rows whose numbers differ in case and blanks are one person, by the first row’s spelling', async () => {
  const lines = [
    'f1,Brown,Ann,1980-01-02,010',
    'F2,Roe,Jo,,010',
    ' F1 ,Brown,Ann,,044',
    '\u00a0F1\u200b,Brown,Ann,1980-02-01,045',
    'f2,Roe,Jo,,044',
    'F1-,Doe,Al,,010',
  ];
  expect(await peopleOfFile(lines)).toEqual([
    {
      lines: [2, 4, 5],
      number: 'f1',
      errors: ['birthDate differs on lines 2 and 5, which have the same staff number.'],
    },
    { lines: [3, 6], number: 'F2', errors: [] },
    { lines: [7], number: 'F1-', errors: [] },
  ]);
});

test('SYNC-2 rows without a number, with a placeholder for it, or with a character that can’t be read are no one’s', async () => {
  const lines = [
    'N/A,Brown,Ann,,010',
    'n/a,Roe,Jo,,010',
    ',Doe,Al,,010',
    ',Ray,Cy,,010',
    'F1\u0000,Poe,Di,,010',
  ];
  const columns = HEAD.split(',').map((header) => ({
    ...{ header, property: header, dates: 'iso' as const },
    placeholders: [{ text: 'N/A', means: 'blank' as const }],
  }));
  const read = await peopleOfFile([...lines, 'F1,Lee,Bo,,010'], { columns });
  expect(read.map((one) => one.lines)).toEqual([[2], [3], [4], [5], [6], [7]]);
});
