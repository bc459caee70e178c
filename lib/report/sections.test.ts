import { expect, test } from 'vitest';
import { SECTIONS } from './schema.ts';
import { columnsOf, differingFirst, printed, SECTION_PLANS, valueIn } from './sections.ts';

const entry = (campus: Record<string, unknown> | null, hr: Record<string, unknown> | null) => ({
  staffNumber: '1',
  personId: null,
  campus,
  hr,
  fields: [] as string[],
  why: { rule: 'X-1', reason: '' },
});

test('VAL-2 every section of the report has its plan', () => {
  for (const section of SECTIONS) expect(SECTION_PLANS[section].columns.length).toBeGreaterThan(2);
});

test('VAL-2 the columns of addresses are the guide’s, in its order', () => {
  expect(columnsOf('addresses', []).map(({ label }) => label)).toEqual(
    'Staff Member, PO, Number, Street, Tag, Prefix, Dir, Apt, City, State, Zip, County'.split(', '),
  );
});

test('VAL-2 Staff Member has the number beside the name, unless it has a column', () => {
  expect(valueIn({ staffNumber: '10058', staffMember: 'Simpson, Pat' }, 'staffMember')).toBe(
    'Simpson, Pat (10058)',
  );
  expect(valueIn({ staffMember: 'Simpson, Pat' }, 'staffMember')).toBe('Simpson, Pat');
  const beside = SECTION_PLANS.employments.columns;
  expect(valueIn({ staffNumber: '1', staffMember: 'Simpson, Pat' }, 'staffMember', beside)).toBe(
    'Simpson, Pat',
  );
  expect(valueIn({ staffNumber: '10058' }, 'staffNumber')).toBe('10058');
});

test('VAL-2 demographics show other fields that differ, after the fixed columns', () => {
  const plain = columnsOf('demographics', [entry({ lastName: 'A' }, { lastName: 'B' })]);
  const more = columnsOf('demographics', [
    entry({ lastName: 'A' }, { cellPhone: '1', ssn: 'differs, ••••6789' }),
  ]);
  expect(more.slice(plain.length).map(({ label }) => label)).toEqual(['SSN', 'Cell']);
});

test('dates are written M/D/YYYY, nothing is null, a code keeps its zeros', () => {
  expect(printed('2020-07-05')).toBe('7/5/2020');
  expect(printed('010')).toBe('010');
  expect([null, undefined, '', false].map(printed)).toEqual([null, null, null, null]);
  expect(printed(true)).toBe('Yes');
});

test('the columns that differ come before the others, the chosen field first; whose entry it is stays in front', () => {
  const differs = (fields: string[]) => ({ ...entry({ lastName: 'A' }, { lastName: 'B' }), fields });
  const ids = (entries: ReturnType<typeof differs>[], field?: string) =>
    differingFirst(columnsOf('demographics', []), entries, field)
      .map(({ id }) => id)
      .slice(4);
  expect(ids([differs(['birthDate'])])).toEqual(['birthDate', 'gender', 'workEmail', 'workPhone']);
  expect(ids([differs(['birthDate']), differs(['gender'])], 'workPhone')).toEqual([
    'workPhone',
    'gender',
    'birthDate',
    'workEmail',
  ]);
});
