import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { exportStaff } from './export-staff.ts';

const positions = [{ startDate: '2024-07-01', assignmentCode: '20' }];

test('SRCH-1 the CSV has the people that the directory shows, in its order, and runs nothing', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '0042', lastName: 'Moss', positions, ssn: '123456789' });
  await insertPerson(ctx, { staffNumber: '7', lastName: '=1+1', firstName: 'A,"b"', positions });
  await insertPerson(ctx, { staffNumber: '8', lastName: 'Unplaced' });
  await insertPerson(await testDistrict(), { staffNumber: '9', lastName: 'Foreign', positions });
  const read = async (filters: ('incomplete' | 'hrManaged')[]) => {
    const { stream } = exportStaff(ctx, { search: '', among: 'directory', filters, order: '-name' });
    const text = await new Response(stream).text();
    expect(text).not.toMatch(/6789/);
    return parse(text, { bom: true, columns: true }) as Record<string, string>[];
  };
  expect(await read([])).toMatchObject([
    { 'Staff Number': '0042', 'Last Name': 'Moss', Position: 'Teacher', Incomplete: '' },
    { 'Staff Number': '7', 'Last Name': "'=1+1", 'First Name': 'A,"b"' },
  ]);
  expect(await read(['incomplete'])).toMatchObject([{ 'Last Name': 'Unplaced', Incomplete: 'Yes' }]);
  expect(await read(['hrManaged'])).toEqual([]);
});

test('a text that may be an SSN is not read as one: an export has no limit and is called by a URL', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '0042', lastName: 'Moss', positions, ssn: '123456789' });
  const { stream } = exportStaff(ctx, {
    search: '123-45-6789',
    among: 'directory',
    filters: [],
    order: 'name',
  });
  expect(await new Response(stream).text()).not.toContain('Moss');
});
