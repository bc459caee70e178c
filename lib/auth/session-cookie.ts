import { createHash, randomBytes } from 'node:crypto';
import { parse } from 'node:querystring';

export const SESSION_COOKIE = 'campus-session';
/** The prefix makes browsers refuse a cookie of this name that did not come over https. */
export const sessionCookieName = (https: boolean): string =>
  https ? `__Secure-${SESSION_COOKIE}` : SESSION_COOKIE;

/** A cookie's value in a `Cookie` header; the first if a browser sends several. */
export function cookieIn(header: string | null | undefined, name: string): string | undefined {
  const value = parse(header ?? '', '; ')[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The session cookie's value in a `Cookie` header. */
export const sessionCookieIn = (header: string | null | undefined, https: boolean): string | undefined =>
  cookieIn(header, sessionCookieName(https));

/** What the cookie holds: the short id of the district to look in, and the token whose hash is stored there. */
export interface SessionKey {
  shortId: string;
  token: string;
}

export const newSessionToken = (): string => randomBytes(32).toString('base64url');

export const hashSessionToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const writeSessionCookie = ({ shortId, token }: SessionKey): string => `${shortId}.${token}`;

export const MAX_SESSION_HOURS = 12;

/** The `Set-Cookie` header that gives a browser this value, as next-auth gives it at a sign-in. */
export const setSessionCookie = (value: string, https: boolean): string =>
  [
    `${sessionCookieName(https)}=${value}`,
    'Path=/campus',
    `Max-Age=${MAX_SESSION_HOURS * 3600}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(https ? ['Secure'] : []),
  ].join('; ');

/** Undefined for anything that is not in the form of our cookie. */
export function readSessionCookie(value: string | undefined): SessionKey | undefined {
  const [, shortId, token] = /^([\w-]{1,40})\.([\w-]{43})$/.exec(value ?? '') ?? [];
  return shortId && token ? { shortId, token } : undefined;
}
