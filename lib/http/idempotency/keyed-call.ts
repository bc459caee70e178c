import { createHmac } from 'node:crypto';
import type { Actor } from '../../context.ts';
import type { CryptoKeys, MasterKey } from '../../crypto/keys.ts';
import { Invalid } from '../../failure.ts';
import { newId } from '../../new-id.ts';
import type { Call } from '../call.ts';
import { canonicalDigest } from '../canonical-json.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Server } from '../server.ts';
import { HTTP_TEXTS } from '../texts.ts';

/** A call that carries an Idempotency-Key. */
export interface KeyedCall {
  /** The id of the client's row. Each client has its own keys. */
  clientRowId: string;
  method: string;
  /** With its parameters in braces. */
  path: string;
  /** An HMAC of the key and of the path as called: either may hold an SSN, and neither is stored. */
  key: string;
  /** The same with old keys: a call may be repeated while keys are rotated. */
  oldKeys: readonly string[];
  /** Hashes of the body's value, however it was written: with the current key, then with old ones. For a stream they are known only at the end. */
  bodyHashes: () => Promise<[Buffer, ...Buffer[]]>;
  now: Date;
  newId: () => string;
  keys: CryptoKeys;
  /** Whether it changes nothing: then a repeat is carried out again, and of the answer a digest is kept. */
  readsOnly: boolean;
}

const KEY = /^[!-~](?:[ -~]{0,253}[!-~])?$/;

/**
 * The call as `answerOnce` takes it. Only a client's POST can have a key.
 *
 * @returns undefined if the call has no key
 * @throws Invalid if the key is malformed
 */
export function keyedCall(
  server: Server,
  call: Call,
  { method, readsOnly }: Endpoint,
  actor: Actor,
): KeyedCall | undefined {
  if (actor.kind !== 'client' || method !== 'POST') return undefined;
  const { keys } = server;
  const key = idempotencyKeyOf(call.request.headers);
  if (key === undefined) return undefined;
  const streamed = call.lines ?? call.table;
  streamed?.keepDigest();
  const bodyHashes = async () =>
    hashesOfBody(
      keys,
      call.url.search,
      (await streamed?.digest()) ?? (await canonicalDigest(call.json?.value)),
    );
  return {
    clientRowId: actor.id,
    method,
    path: call.route ?? '',
    key: keyDigest(keys, call.instance, key),
    oldKeys: keys.index.all.slice(1).map((old) => digestBy(old, call.instance, key)),
    bodyHashes,
    now: call.startedAt,
    newId,
    keys,
    readsOnly: readsOnly ?? false,
  };
}

function idempotencyKeyOf(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (KEY.test(key)) return key;
  const message = HTTP_TEXTS.badKey();
  throw new Invalid(message, [{ pointer: '', code: 'badIdempotencyKey', message }]);
}

/** What is stored of a key. */
export const keyDigest = (keys: CryptoKeys, path: string, key: string): string =>
  digestBy(keys.index.current, path, key);

const digestBy = ({ raw }: MasterKey, path: string, key: string): string =>
  createHmac('sha256', raw).update(`idempotency key\0${path}\0${key}`).digest('base64url');

/** Distinguishes two bodies. An HMAC, because a short body with an SSN could be found from a plain hash by trying. */
const hashesOfBody = (keys: CryptoKeys, query: string, digest: Uint8Array): [Buffer, ...Buffer[]] => {
  const hashBy = ({ raw }: MasterKey) =>
    createHmac('sha256', raw).update(`idempotency\0${query}\0`).update(digest).digest();
  return [hashBy(keys.index.current), ...keys.index.all.slice(1).map(hashBy)];
};
