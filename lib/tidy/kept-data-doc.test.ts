import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KIND_NAMES, KINDS } from '../retention/kinds.ts';
import { count } from '../text/numbers.ts';
import { REMOVALS } from './removals.ts';
import { BOUNDED, OF_NO_DISTRICT } from './tables.ts';

const rows = readFileSync(join(import.meta.dirname, '../../docs/operators/kept-data.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const rowOf = (name: string) => rows.filter(([, first]) => first === `\`${name}\``);

test.each(KIND_NAMES)('the operators’ table has the days and limits of %s', (kind) => {
  const { days, least, most } = KINDS[kind];
  expect(rowOf(kind).map((cells) => cells.slice(2, 4))).toEqual([
    [count(days), `${count(least)} to ${count(most)}`],
  ]);
});

test('the operators’ table has every table once, with what it is kept for or bounded by', () => {
  for (const { table, kept } of REMOVALS) {
    expect(rowOf(table), table).toHaveLength(1);
    expect(rowOf(table)[0]?.[2]).toContain(kept in KINDS ? `\`${kept}\`` : `a ${kept}`);
  }
  const installation = Object.entries(OF_NO_DISTRICT).map(([table, by]) => [`app.${table}`, by] as const);
  const bounded = [...Object.entries(BOUNDED), ...installation];
  for (const [table, by] of bounded) expect(rowOf(table).map((cells) => cells[2])).toEqual([by]);
  const known = new Set([
    ...KIND_NAMES,
    ...REMOVALS.map(({ table }) => table),
    ...bounded.map(([table]) => table),
  ]);
  expect(rows).toHaveLength(known.size);
});
