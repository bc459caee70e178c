import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { CryptoKeys } from './keys.ts';
import { nextRandom } from './random.ts';

/** The one place a sealed value is valid in. Moved to another row, column or district it does not open. */
export interface Place {
  table: string;
  column: string;
  districtId: string;
  rowId: string;
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/**
 * Enciphers a text for one place: version (1 byte), nonce (12), ciphertext, tag (16), by AES-256-GCM with the place
 * as associated data. Two seals of one text differ.
 */
export function seal(keys: CryptoKeys, place: Place, text: string): Buffer {
  const nonce = nextRandom(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.encryption, nonce);
  cipher.setAAD(associated(place));
  const body = cipher.update(text, 'utf8');
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

/** The text of `seal`. Throws, without a detail, on another key, another place or a changed byte. */
export function open(keys: CryptoKeys, place: Place, sealed: Buffer): string {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG) throw new Error('Not a sealed value.');
  const decipher = createDecipheriv('aes-256-gcm', keys.encryption, sealed.subarray(1, 1 + NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(associated(place));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return decipher.update(sealed.subarray(1 + NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new Error('The sealed value does not open here.');
  }
}

const associated = ({ table, column, districtId, rowId }: Place): Buffer =>
  Buffer.from([VERSION, table, column, districtId, rowId].join('\0'));
