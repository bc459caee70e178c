import { expect, test } from 'vitest';
import { phoneKey } from './phone-key.ts';

test.each([
  ['(950) 362 2819', '9503622819'],
  ['950-362-2819 x12', '9503622819'],
  ['+1 950.362.2819', '9503622819'],
  ['362-2819', '3622819'],
])('CMB-2 %s is compared by its digits', (phone, key) => {
  expect(phoneKey(phone)).toBe(key);
});

test.each(['', null, '911', '000-000-0000', '(999) 999-9999', 'ask'])(
  'CMB-2 %s is nobody’s phone',
  (phone) => {
    expect(phoneKey(phone)).toBeUndefined();
  },
);
