import { createHash, createHmac } from 'node:crypto';
import type { CryptoKeys } from '../../crypto/keys.ts';
import { Invalid } from '../../failure.ts';

/** A call that carries an Idempotency-Key. */
export interface KeyedCall {
  /** The client's row: keys are a client's own. */
  clientRowId: string;
  method: string;
  path: string;
  key: string;
  /** Of the body as sent; of a stream it is known at its end only. */
  bodyHash: () => Promise<Buffer>;
  now: Date;
  newId: () => string;
  keys: CryptoKeys;
}

const KEY = /^[!-~](?:[ -~]{0,253}[!-~])?$/;

/** The call's key, undefined without one. @throws Invalid for one that is no key */
export function idempotencyKeyOf(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (KEY.test(key)) return key;
  const message = 'The header Idempotency-Key must be 1 to 255 printable characters.';
  throw new Invalid(message, [{ pointer: '', code: 'badIdempotencyKey', message }]);
}

/** What tells two bodies apart. An HMAC: from a plain hash a short body, an SSN in it, could be found by trying. */
export const hashBody = (keys: CryptoKeys, query: string, digest: Uint8Array): Buffer =>
  createHmac('sha256', keys.index).update(`idempotency\0${query}\0`).update(digest).digest();

export const digestOf = (bytes: Uint8Array = new Uint8Array()): Buffer =>
  createHash('sha256').update(bytes).digest();
