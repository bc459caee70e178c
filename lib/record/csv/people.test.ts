import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTable } from '../../staff-file/open-table.ts';
import { guessColumns, isColumnName } from './guess.ts';
import { openPeople } from './people.ts';

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
