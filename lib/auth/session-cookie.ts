import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'campus-session';
/** The prefix makes browsers refuse a cookie of this name that did not come over https. */
export const sessionCookieName = (https: boolean): string =>
  https ? `__Secure-${SESSION_COOKIE}` : SESSION_COOKIE;

/** What the cookie holds: the short id of the district to look in, and the token whose hash is stored there. */
export interface SessionKey {
  shortId: string;
  token: string;
}

export const newSessionToken = (): string => randomBytes(32).toString('base64url');

export const hashSessionToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const writeSessionCookie = ({ shortId, token }: SessionKey): string => `${shortId}.${token}`;

/** Undefined for anything that is not in the form of our cookie. */
export function readSessionCookie(value: string | undefined): SessionKey | undefined {
  const [, shortId, token] = /^([\w-]{1,40})\.([\w-]{43})$/.exec(value ?? '') ?? [];
  return shortId && token ? { shortId, token } : undefined;
}
