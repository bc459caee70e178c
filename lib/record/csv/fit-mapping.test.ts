import { expect, test } from 'vitest';
import { fitMapping } from './fit-mapping.ts';
import type { ColumnMeaning } from './meaning.ts';

const column = (header: string, property: string | null): ColumnMeaning => ({
  header,
  property,
  dates: 'mdy',
});
const columns = [
  column('Emp #', 'staffNumber'),
  column('Start', 'employments.1.hireDate'),
  column('Start', 'positions.1.startDate'),
  column('Notes', null),
];
const properties = (headers: string[]) =>
  fitMapping(headers, { columns }).columns.map(({ property }) => property);

test('SYNC-12 a mapping is applied by header, in any order and spelling; the same header twice in its own order', () => {
  expect(properties(['Start', 'EMP-#', 'Start'])).toEqual([
    'employments.1.hireDate',
    'staffNumber',
    'positions.1.startDate',
  ]);
});

test('what differs is named: used columns that are missing, and columns that are new', () => {
  expect(fitMapping(['Emp #', 'Start', 'Bldg', ''], { columns })).toEqual({
    columns: [
      columns[0],
      columns[1],
      { header: 'Bldg', property: null, dates: 'iso' },
      { header: '', property: null, dates: 'iso' },
    ],
    missing: ['Start'],
    added: ['Bldg'],
  });
});
