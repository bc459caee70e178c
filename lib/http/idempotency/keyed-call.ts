import { createHash, createHmac } from 'node:crypto';
import type { CryptoKeys } from '../../crypto/keys.ts';
import { Invalid } from '../../failure.ts';

/** A call that carries an Idempotency-Key. */
export interface KeyedCall {
  /** The id of the client's row. Each client has its own keys. */
  clientRowId: string;
  method: string;
  path: string;
  key: string;
  /** Of the body as sent. For a stream it is known only at the end. */
  bodyHash: () => Promise<Buffer>;
  now: Date;
  newId: () => string;
  keys: CryptoKeys;
}

const KEY = /^[!-~](?:[ -~]{0,253}[!-~])?$/;

/** The call's key; undefined without one. @throws Invalid if it is malformed */
export function idempotencyKeyOf(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (KEY.test(key)) return key;
  const message = 'The header Idempotency-Key must be 1 to 255 printable characters.';
  throw new Invalid(message, [{ pointer: '', code: 'badIdempotencyKey', message }]);
}

/** Tells two bodies apart. An HMAC, because a short body with an SSN could be found from a plain hash by trying. */
export const hashBody = (keys: CryptoKeys, query: string, digest: Uint8Array): Buffer =>
  createHmac('sha256', keys.index).update(`idempotency\0${query}\0`).update(digest).digest();

/** SHA-256; of nothing for a call without a body. */
export const digestOf = (bytes: Uint8Array = new Uint8Array()): Buffer =>
  createHash('sha256').update(bytes).digest();
