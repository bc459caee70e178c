import { expect, test } from 'vitest';
import { putTogether } from './together.ts';

const together = (...records: Record<string, unknown>[]) =>
  putTogether(records.map((record, at) => ({ line: at + 2, record, faults: [] })));
const post = (schoolNumber: string, more = {}) => ({ schoolNumber, startDate: '2020-01-01', ...more });

test('SYNC-2 rows of one person: positions and employments of all, an equal one once, a blank says nothing', () => {
  const { record, errors } = together(
    {
      staffNumber: '1',
      lastName: 'A',
      middleName: '',
      employments: [{ hireDate: '2020-01-01' }],
      positions: [post('001')],
    },
    {
      staffNumber: '1',
      lastName: 'A',
      middleName: 'B',
      employments: [{ hireDate: '2020-01-01', terminationDate: '2021-01-01' }],
      positions: [post('044')],
    },
    { staffNumber: '1', lastName: '', positions: [post('044'), post('044', { titleCode: 'T' })] },
  );
  expect(errors).toEqual([]);
  expect(record).toEqual({
    ...{ staffNumber: '1', lastName: 'A', middleName: 'B' },
    employments: [{ hireDate: '2020-01-01', terminationDate: '2021-01-01' }],
    positions: [post('001'), post('044'), post('044', { titleCode: 'T' })],
  });
});

test('SYNC-2 what is of the person and differs is an error with both lines; no value is told', () => {
  const { errors } = together(
    { ssn: '101111007', lastName: 'A' },
    { lastName: 'A' },
    { ssn: '101111008', lastName: 'A' },
  );
  expect(errors).toMatchObject([
    { pointer: '/ssn', code: 'rowsDiffer', message: expect.stringContaining('lines 2 and 4') },
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/1111/);
});

test('STAFF-6 ID-5 rows that differ only in what Campus does not compare agree, as the first row spells it', () => {
  const first = {
    ...{ lastName: "O'Neil", ssn: '101-11-1007', workEmail: 'Pat@Example.org', cellPhone: '(612) 555-0101' },
    household: { phone: '612.555.0102' },
  };
  const second = {
    ...{ lastName: 'O’Neil', ssn: '101111007', workEmail: 'pat@example.org', cellPhone: '612-555-0101' },
    household: { phone: '6125550102' },
  };
  expect(together(first, second)).toMatchObject({ record: first, errors: [] });
  expect(
    together(first, { ...second, workEmail: 'pat@example.com', cellPhone: '612-555-0109' }).errors,
  ).toMatchObject([{ pointer: '/workEmail' }, { pointer: '/cellPhone' }]);
  expect(together({ gender: 'F' }, { gender: 'f' }).errors).toHaveLength(1);
});

test('an error of a place is found in its row', () => {
  const { originOf } = together(
    { lastName: '', positions: [post('1')] },
    { lastName: 'A', positions: [post('1'), post('2')] },
  );
  expect(originOf(['positions', '1', 'schoolNumber'])).toEqual({
    row: 1,
    steps: ['positions', '1', 'schoolNumber'],
  });
  expect(originOf(['lastName'])).toEqual({ row: 1, steps: ['lastName'] });
});
