import { timingSafeEqual } from 'node:crypto';
import { blindIndex, blindIndexes } from '../crypto/blind-index.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { CHOSEN_MAIL_TYPES, type ChosenMailType } from './chosen-types.ts';

/** Whose e-mails of which type a link turns off. */
export interface MailOff {
  userId: string;
  type: ChosenMailType;
}

const scopeOf = (districtId: string) => ({ districtId, purpose: 'mail off' });
const textOf = ({ userId, type }: MailOff): string => `${userId}:${type}`;

/** What a link in an e-mail carries: it turns off that type for that user, and does nothing else. */
export const offToken = (keys: CryptoKeys, district: { id: string; shortId: string }, off: MailOff): string =>
  [
    district.shortId,
    off.userId,
    off.type,
    blindIndex(keys, scopeOf(district.id), textOf(off)).toString('base64url'),
  ].join('.');

/** The parts of a token, not checked yet; undefined for anything else. */
export function readOffToken(token: string): (MailOff & { shortId: string; mark: Buffer }) | undefined {
  const [shortId = '', userId = '', type, mark = '', ...rest] = token.split('.');
  const known = CHOSEN_MAIL_TYPES.find((one) => one === type);
  if (!known || rest.length > 0 || !/^[0-9a-f-]{36}$/.test(userId)) return undefined;
  return { shortId, userId, type: known, mark: Buffer.from(mark, 'base64url') };
}

/** Whether Campus signed it, with a current or an old key. */
export const isOffTokenOf = (
  keys: CryptoKeys,
  districtId: string,
  { mark, ...off }: MailOff & { mark: Buffer },
): boolean =>
  blindIndexes(keys, scopeOf(districtId), textOf(off)).some(
    (own) => own.length === mark.length && timingSafeEqual(own, mark),
  );
