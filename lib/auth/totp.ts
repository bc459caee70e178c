import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { open, type Place, seal } from '../crypto/envelope.ts';
import type { CryptoKeys } from '../crypto/keys.ts';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** RFC 4226 §4: as long as the hash. */
const KEY_BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const newTotpKey = (): Buffer => randomBytes(KEY_BYTES);

/** The 30-second step that a moment is in (RFC 6238). */
export const stepOf = (moment: Date): number => Math.floor(moment.getTime() / 1000 / STEP_SECONDS);

/** The six digits of a step (RFC 6238 with SHA-1, which every authenticator app supports). */
export function totpCode(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step whose code this is: the present one, or the one before or after it, because clocks differ. Undefined for
 * any other text, and for a step up to `last`, whose code was accepted already.
 */
export function stepOfCode(
  key: Buffer,
  code: string,
  { now, last }: { now: Date; last: number | null },
): number | undefined {
  const given = Buffer.from(code.replaceAll(/\s/g, ''));
  if (given.length !== DIGITS) return undefined;
  const present = stepOf(now);
  return [present, present - 1, present + 1].find(
    (step) => (last === null || step > last) && timingSafeEqual(given, Buffer.from(totpCode(key, step))),
  );
}

/** The key in base32 (RFC 4648), as users type it into an app. */
export function base32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** The link that an authenticator app reads, usually from a QR code. */
export const otpauthUri = (key: Buffer, { issuer, account }: { issuer: string; account: string }): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${new URLSearchParams({
    secret: base32(key),
    issuer,
  })
    .toString()
    .replaceAll('+', '%20')}`;

/** Where a user's key is sealed for. */
export const totpPlace = (districtId: string, userId: string): Place => ({
  table: 'app_user',
  column: 'totp_cipher',
  districtId,
  rowId: userId,
});

export const sealTotpKey = (keys: CryptoKeys, districtId: string, userId: string, key: Buffer): Buffer =>
  seal(keys, totpPlace(districtId, userId), key.toString('base64'));

export const openTotpKey = (keys: CryptoKeys, districtId: string, userId: string, cipher: Buffer): Buffer =>
  Buffer.from(open(keys, totpPlace(districtId, userId), cipher), 'base64');
