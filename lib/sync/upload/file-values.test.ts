import { expect, test } from 'vitest';
import type { ColumnMeaning } from '../../record/csv/meaning.ts';
import { valuesOfFile } from './file-values.ts';

const column = (header: string, property: string | null): ColumnMeaning => ({
  ...{ header, property, dates: 'iso', blanks: 'leave' },
});
async function* file(...lines: string[]) {
  yield Buffer.from(lines.join('\n'));
}

test('the values of a file name the first people who have them, each once, and one more where there are more', async () => {
  const columns = [
    column('No', 'staffNumber'),
    column('Last', 'lastName'),
    column('First', 'firstName'),
    column('Bldg', 'positions.1.schoolNumber'),
  ];
  const rows = [
    '1,Brown,Ann,44',
    '1,Brown,Ann,44',
    '2,Reyes,,44',
    '3,,,45',
    '4,D,D,44',
    '5,E,E,44',
    '6,F,F,44',
  ];
  const [schools] = await valuesOfFile(file('No,Last,First,Bldg', ...rows), { columns });
  expect([...(schools?.values ?? [])]).toEqual([
    ['44', { count: 6, people: ['Brown, Ann (1)', 'Reyes (2)', 'D, D (4)', 'E, E (5)'] }],
    ['45', { count: 1, people: ['3'] }],
  ]);
});

test('a column of whole names names them as they are', async () => {
  const columns = [
    column('Name', 'fullName.lastFirst'),
    column('No', 'staffNumber'),
    column('Sex', 'gender'),
  ];
  const [genders] = await valuesOfFile(file('Name,No,Sex', '"Brown, Ann M",1,Female'), { columns });
  expect(genders?.values.get('Female')?.people).toEqual(['Brown, Ann M (1)']);
});
