import { createHmac } from 'node:crypto';
import { type CryptoKeys, type MasterKey, PREFIX_BYTES } from './keys.ts';

interface Scope {
  districtId: string;
  purpose: string;
}

/**
 * Finds a sealed value by equality without opening it: version (1 byte), key id (5), HMAC-SHA256 (32), with the
 * district's current key. Equal texts have equal indexes only within one district and purpose, so that two districts
 * can't be compared.
 */
export const blindIndex = (keys: CryptoKeys, scope: Scope, text: string | Uint8Array): Buffer =>
  indexBy(keys.index.current, scope, text);

/**
 * All indexes that a stored value with this text can have, the current one first: while keys are rotated, a search looks
 * for each of them. Those of version 1 have neither a key id nor a district's key.
 */
export const blindIndexes = (keys: CryptoKeys, scope: Scope, text: string): Buffer[] => [
  ...keys.index.all.map((key) => indexBy(key, scope, text)),
  ...keys.index.all.map((key) => indexOfVersion1(key, scope, text)),
];

/** Whether an index was made with the current key. */
export const isCurrentIndex = (keys: CryptoKeys, index: Buffer): boolean =>
  index.subarray(0, PREFIX_BYTES).equals(keys.index.current.prefix);

const indexBy = (key: MasterKey, { purpose, districtId }: Scope, text: string | Uint8Array): Buffer =>
  Buffer.concat([
    key.prefix,
    createHmac('sha256', key.ofDistrict(districtId)).update(`${purpose}\0`).update(text).digest(),
  ]);

const indexOfVersion1 = (key: MasterKey, { purpose, districtId }: Scope, text: string): Buffer =>
  createHmac('sha256', key.raw).update(`${purpose}\0${districtId}\0${text}`).digest();
