import { expect, test } from 'vitest';
import { readTyped } from './read-typed.ts';

test.each([
  [
    '12 Main St, Blaine MN 55123',
    { fullStreetAddress: '12 Main St', city: 'Blaine', state: 'MN', zip: '55123' },
  ],
  [
    '12 Main St, Blaine, MN, 55123',
    { fullStreetAddress: '12 Main St', city: 'Blaine', state: 'MN', zip: '55123' },
  ],
  [
    '12 Main St Apt 4, Ham Lake, mn 55123-1234',
    { fullStreetAddress: '12 Main St Apt 4', city: 'Ham Lake', state: 'mn', zip: '55123-1234' },
  ],
  ['12 Main St, Apt 4', { fullStreetAddress: '12 Main St, Apt 4' }],
  ['12 Main St, Blaine', { fullStreetAddress: '12 Main St', city: 'Blaine' }],
  ['12 Main St', { fullStreetAddress: '12 Main St' }],
  ['  , ', { fullStreetAddress: '' }],
])('ADR-5 %j is read as typed', (text, line) => {
  expect(readTyped(text)).toEqual(line);
});
