import { expect, test } from 'vitest';
import { commitWillRefuse, setAsideBecause } from './texts.ts';

test.each([
  [
    commitWillRefuse(1),
    'The commit will refuse 1 entry listed under errors. Everyone else will be committed.',
  ],
  [
    commitWillRefuse(1_200),
    'The commit will refuse 1,200 entries listed under errors. Everyone else will be committed.',
  ],
  [
    setAsideBecause(['lastName is required.', 'ssn is no SSN.', 'lastName is required.']),
    'Set aside during the transfer. Last name is required. Social Security number is no SSN.',
  ],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
