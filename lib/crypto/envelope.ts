import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { type CryptoKeys, keyIdOf, type MasterKey, PREFIX_BYTES } from './keys.ts';
import { nextRandom } from './random.ts';

/** The one place a sealed value is valid in. Moved to another row, column or district it does not open. */
export interface Place {
  table: string;
  column: string;
  districtId: string;
  rowId: string;
}

const NONCE = 12;
const TAG = 16;

/**
 * Enciphers a text or bytes for one place with the district's current key: version (1 byte), key id (5), nonce (12), ciphertext,
 * tag (16), by AES-256-GCM with version, key id and place as associated data. Two seals of one text differ.
 */
export function seal(keys: CryptoKeys, place: Place, content: string | Uint8Array): Buffer {
  const { current } = keys.encryption;
  const nonce = nextRandom(NONCE);
  const cipher = createCipheriv('aes-256-gcm', current.ofDistrict(place.districtId), nonce);
  cipher.setAAD(Buffer.concat([current.prefix, namesOf(place)]));
  const body = typeof content === 'string' ? cipher.update(content, 'utf8') : cipher.update(content);
  cipher.final();
  return Buffer.concat([current.prefix, nonce, body, cipher.getAuthTag()]);
}

/** The text of `seal`. @throws as `openBytes` */
export const open = (keys: CryptoKeys, place: Place, sealed: Buffer): string =>
  openBytes(keys, place, sealed).toString('utf8');

/**
 * The bytes of `seal`, under the current key or an old one. A value of version 1 names no key: all are tried.
 * @throws MissingKey; an error without a detail on another place or a changed byte
 */
export function openBytes(keys: CryptoKeys, place: Place, sealed: Buffer): Buffer {
  const { all } = keys.encryption;
  if (sealed[0] === 1) return openVersion1(all, place, sealed);
  const id = keyIdOf(sealed);
  if (id === undefined || sealed.length < PREFIX_BYTES + NONCE + TAG) throw new Error('Not a sealed value.');
  const key = all.find((one) => one.id === id);
  if (!key) throw new MissingKey(id);
  const associated = Buffer.concat([key.prefix, namesOf(place)]);
  const content = decipher(key.ofDistrict(place.districtId), associated, sealed.subarray(PREFIX_BYTES));
  if (content === undefined) throw new Error('The sealed value does not open here.');
  return content;
}

/** The settings hold no key with this id. */
export class MissingKey extends Error {
  override name = 'MissingKey';
  constructor(id: string) {
    super(`The value was sealed with key ${id}, which is neither CAMPUS_KEY nor in CAMPUS_KEY_OLD.`);
  }
}

function openVersion1(all: readonly MasterKey[], place: Place, sealed: Buffer): Buffer {
  if (sealed.length < 1 + NONCE + TAG) throw new Error('Not a sealed value.');
  const associated = Buffer.concat([Buffer.from('1\0'), namesOf(place)]);
  for (const { raw } of all) {
    const content = decipher(raw, associated, sealed.subarray(1));
    if (content !== undefined) return content;
  }
  throw new Error('The sealed value does not open here.');
}

/** @param sealed nonce, ciphertext and tag */
function decipher(key: KeyObject, associated: Buffer, sealed: Buffer): Buffer | undefined {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  cipher.setAAD(associated);
  cipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(NONCE, -TAG)), cipher.final()]);
  } catch {
    return undefined;
  }
}

const namesOf = ({ table, column, districtId, rowId }: Place): Buffer =>
  Buffer.from([table, column, districtId, rowId].join('\0'));
