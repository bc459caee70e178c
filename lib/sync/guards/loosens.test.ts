import { expect, test } from 'vitest';
import { loosens } from './loosens.ts';
import { DEFAULT_GUARDS, type GuardSettings } from './schema.ts';

const before: GuardSettings = { ...DEFAULT_GUARDS, secondPerson: true };

test.each<[Partial<GuardSettings>, boolean]>([
  [{}, false],
  [{ enabled: false }, true],
  [{ secondPerson: false }, true],
  [{ leastPeople: 11 }, true],
  [{ leastPeople: 9 }, false],
  [{ created: 11 }, true],
  [{ created: null }, true],
  [{ created: 9, shrunk: 0 }, false],
  [{ created: 9, shrunk: 11 }, true],
])('SYNC-13 %j loosens the limits: %j', (change, expected) => {
  expect(loosens(before, { ...before, ...change })).toBe(expected);
});

test('SYNC-13 a limit where there was none loosens nothing', () => {
  expect(loosens({ ...before, ended: null }, { ...before, ended: 100 })).toBe(false);
});
