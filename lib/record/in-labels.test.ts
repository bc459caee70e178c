import { expect, test } from 'vitest';
import { inLabels } from './in-labels.ts';

test.each([
  ['lastName is required.', 'Last name is required.'],
  ['ssn is not nine digits.', 'Social Security number is not nine digits.'],
  ['A staffNumber is 1 to 15 of these.', 'A staff number is 1 to 15 of these.'],
  ['The terminationDate is before the hireDate.', 'The termination date is before the hire date.'],
  ['city is required.', 'City is required.'],
  ['Send both where you can.', 'Send both where you can.'],
  [
    'The terminationDate 2020-06-30 is before the hireDate 2020-07-05; both were taken as sent.',
    'The termination date 6/30/2020 is before the hire date 7/5/2020; both were taken as sent.',
  ],
  ['Same hire date 2020-07-25: the rest is kept.', 'Same hire date 7/25/2020: the rest is kept.'],
  ['Send it as YYYY-MM-DD, such as "2023-10-01".', 'Send it as YYYY-MM-DD, such as "2023-10-01".'],
  ['The number 2020-07-25-1 is taken.', 'The number 2020-07-25-1 is taken.'],
])('%s reads %s', (message, text) => {
  expect(inLabels(message)).toBe(text);
});
