import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { cryptoKeys } from '../crypto/keys.ts';
import { makeKeyCheck, missingKeys } from './key-check.ts';
import { BACKUP_TEXTS } from './texts.ts';

const [one, two, three, four] = [randomBytes(32), randomBytes(32), randomBytes(32), randomBytes(32)];
const made = makeKeyCheck(cryptoKeys({ campusKey: one, campusIndexKey: two }));

test.each([
  ['both', { campusKey: one, campusIndexKey: two }, []],
  ['another key', { campusKey: three, campusIndexKey: two }, [BACKUP_TEXTS.otherKey()]],
  ['another index key', { campusKey: one, campusIndexKey: three }, [BACKUP_TEXTS.otherIndexKey()]],
  [
    'two others',
    { campusKey: three, campusIndexKey: four },
    [BACKUP_TEXTS.otherKey(), BACKUP_TEXTS.otherIndexKey()],
  ],
  [
    'the two exchanged',
    { campusKey: two, campusIndexKey: one },
    [BACKUP_TEXTS.otherKey(), BACKUP_TEXTS.otherIndexKey()],
  ],
  [
    'both as old keys',
    { campusKey: three, campusIndexKey: four, campusKeyOld: [one], campusIndexKeyOld: [two] },
    [],
  ],
])('a backup’s check finds out whether the keys are its own: %s', (_, keys, expected) => {
  expect(missingKeys(cryptoKeys(keys), made)).toEqual(expected);
});
