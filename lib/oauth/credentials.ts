import { createHash, randomBytes } from 'node:crypto';
import { blindIndex, blindIndexes } from '../crypto/blind-index.ts';
import { open, type Place, seal } from '../crypto/envelope.ts';
import type { CryptoKeys } from '../crypto/keys.ts';

// Client ids, secrets and tokens have only characters that stay as they are in a form and in Basic authentication:
// vendors differ in whether they encode them there.
const random = (bytes: number) => randomBytes(bytes).toString('base64url');

/** Names a client in public; begins with its district's short id. */
export const newClientId = (shortId: string): string => `${shortId}.${random(12)}`;

/** 256 bits at random. */
export const newClientSecret = (): string => random(32);

/** Opaque, 256 bits at random; begins with the short id of the district to look in. */
export const newAccessToken = (shortId: string): string => `${shortId}.${random(32)}`;

/** What is stored of an access token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The short id that a client id or a token begins with; undefined if the text can't be either. */
export const shortIdOf = (text: string): string | undefined => /^([\w-]{1,40})\.[\w-]+$/.exec(text)?.[1];

/** The hash that a secret is checked by. A random secret is so long that a slow hash would add nothing. */
export const secretCheck = (keys: CryptoKeys, districtId: string, secret: string): Buffer =>
  blindIndex(keys, { districtId, purpose: 'client secret' }, secret);

/** What a stored check may be of this secret: with the current key, and with old ones. */
export const secretChecks = (keys: CryptoKeys, districtId: string, secret: string): Buffer[] =>
  blindIndexes(keys, { districtId, purpose: 'client secret' }, secret);

/** Where a secret is sealed for. */
export const secretPlace = (districtId: string, secretId: string): Place => ({
  table: 'api_client_secret',
  column: 'cipher',
  districtId,
  rowId: secretId,
});

export const sealSecret = (keys: CryptoKeys, districtId: string, secretId: string, secret: string): Buffer =>
  seal(keys, secretPlace(districtId, secretId), secret);

/** The secret, for *Show Secret* (CRED-4). Callers audit the reveal. */
export const openSecret = (keys: CryptoKeys, districtId: string, secretId: string, cipher: Buffer): string =>
  open(keys, secretPlace(districtId, secretId), cipher);
