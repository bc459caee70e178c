import { expect, test } from 'vitest';
import { KNOWN } from '../../record/csv/column.ts';
import { errorInLabels, groupOfProperty, labelOfProperty } from './labels.ts';

test.each([
  ['lastName', 'Last name', 'Person'],
  ['ssn', 'Social Security number', 'Person'],
  ['fullName.lastFirst', 'Full name (Last, First Middle)', 'Person'],
  ['workEmail', 'Work email', 'Contact'],
  ['otherPhone', 'Other phone', 'Contact'],
  ['employments.1.hireDate', 'Hire date', 'Employment'],
  ['positions.1.schoolNumber', 'School number', 'Position'],
  ['positions.1.startDate', 'Position start date', 'Position'],
  ['positions.2.schoolNumber', 'School number (position 2)', 'Position 2'],
  ['household.name', 'Household name', 'Address'],
  ['household.address.fullStreetAddress', 'Street address', 'Address'],
  ['household.address.zip', 'ZIP code', 'Address'],
  ['household.householdLocations.1.mailing', 'Mail goes to the address', 'Address'],
  ['household.householdLocations.2.address.city', 'City (address 2)', 'Address 2'],
])('%s is %s on the screen', (property, label, group) => {
  expect([labelOfProperty(property), groupOfProperty(property)]).toEqual([label, group]);
});

test('every column has a label of its own, without a property name', () => {
  const labels = KNOWN.map(labelOfProperty);
  expect(new Set(labels).size).toBe(KNOWN.length);
  for (const label of labels) expect(label).not.toMatch(/[a-z][A-Z]|\./);
});

test.each([
  ['notAnEmail', 'For none send null.', 'Leave the cell blank if there is none.'],
  [
    'notADate',
    'Send it as YYYY-MM-DD, such as "2023-10-01".',
    'Correct the date, or choose how the column writes its dates.',
  ],
  [
    'zipFormat',
    'Send "55123", as a string so that a leading zero is kept.',
    'Programs drop the zeros at its beginning: 7883 is 07883.',
  ],
  ['notAnSsn', 'Dashes are allowed: "123-45-6789".', 'Dashes are allowed: "123-45-6789".'],
  ['notAStaffNumber', 'A staffNumber is 1 to 15 of these.', 'A staff number is 1 to 15 of these.'],
  ['tooLong', 'Values are never cut: send a shorter one.', undefined],
] as const)('the hint of %s says nothing of JSON to the user of a file', (code, hint, shown) => {
  expect(errorInLabels({ code, message: 'lastName is too long.', hint })).toEqual({
    message: 'Last name is too long.',
    ...(shown && { hint: shown }),
  });
});
