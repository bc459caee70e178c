import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { cryptoKeys } from './keys.ts';
import {
  openSsn,
  resealSsn,
  type SsnPlace,
  sealSsn,
  ssnIndex,
  ssnIndexes,
  withCurrentIndex,
} from './seal-ssn.ts';

const keys = cryptoKeys({ campusKey: randomBytes(32), campusIndexKey: randomBytes(32) });
const staged: SsnPlace = { table: 'staged_staff', districtId: 'district-1', rowId: 'call/0' };
const person: SsnPlace = { table: 'person', districtId: 'district-1', rowId: 'person-1' };

test('a sealed SSN shows its last four digits and opens in its row', () => {
  const ssn = sealSsn(keys, person, '123456789');
  expect(ssn.last4).toBe('6789');
  expect(openSsn(keys, person, ssn.cipher)).toBe('123456789');
  expect(() => openSsn(keys, staged, ssn.cipher)).toThrow();
});

test('the index finds equal SSNs within a district, and tells nothing across two', () => {
  const { index } = sealSsn(keys, person, '123456789');
  expect(index).toEqual(ssnIndex(keys, 'district-1', '123456789'));
  expect(index).not.toEqual(ssnIndex(keys, 'district-1', '123456780'));
  expect(index).not.toEqual(ssnIndex(keys, 'district-2', '123456789'));
  const otherKeys = cryptoKeys({ campusKey: randomBytes(32), campusIndexKey: randomBytes(32) });
  expect(index).not.toEqual(ssnIndex(otherKeys, 'district-1', '123456789'));
});

test('resealed for another row, it opens there and is still found', () => {
  const before = sealSsn(keys, staged, '123456789');
  const after = resealSsn(keys, before, staged, person);
  expect(openSsn(keys, person, after.cipher)).toBe('123456789');
  expect(after).toMatchObject({ index: before.index, last4: before.last4 });
  expect(() => resealSsn(keys, before, staged, { ...person, districtId: 'district-2' })).toThrow();
});

const old = { campusKey: randomBytes(32), campusIndexKey: randomBytes(32) };
const before = cryptoKeys(old);
const rotating = cryptoKeys({
  campusKey: randomBytes(32),
  campusIndexKey: randomBytes(32),
  campusKeyOld: [old.campusKey],
  campusIndexKeyOld: [old.campusIndexKey],
});
const version1 = createHmac('sha256', old.campusIndexKey).update('ssn\0district-1\x00123456789').digest();

test('a search looks for the indexes of the current key, the old ones and version 1', () => {
  const searched = ssnIndexes(rotating, 'district-1', '123456789').map(String);
  expect(searched[0]).toBe(String(ssnIndex(rotating, 'district-1', '123456789')));
  expect(searched).toContain(String(ssnIndex(before, 'district-1', '123456789')));
  expect(searched).toContain(String(version1));
  expect(ssnIndexes(before, 'district-1', '123456789').map(String)).toContain(String(version1));
});

test('SSNs that were indexed with different keys are equal once both have the current index', () => {
  const stored = sealSsn(before, person, '123456789');
  const sent = sealSsn(rotating, person, '123456789');
  expect(stored.index).not.toEqual(sent.index);
  expect(withCurrentIndex(rotating, person, stored).index).toEqual(sent.index);
  expect(withCurrentIndex(rotating, person, { ...stored, index: version1 }).index).toEqual(sent.index);
  expect(withCurrentIndex(rotating, person, sent)).toBe(sent);
});

test('an SSN whose key is missing keeps its index', () => {
  const stored = sealSsn(before, person, '123456789');
  expect(withCurrentIndex(keys, person, stored)).toBe(stored);
});
