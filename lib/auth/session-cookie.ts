import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'campus-session';
/** Over https the browser itself refuses the cookie when it was not set by a secure answer. */
export const sessionCookieName = (https: boolean): string =>
  https ? `__Secure-${SESSION_COOKIE}` : SESSION_COOKIE;

/** What the cookie says: the district's short id tells where to look, the token's hash there decides. */
export interface SessionKey {
  shortId: string;
  token: string;
}

export const newSessionToken = (): string => randomBytes(32).toString('base64url');

export const hashSessionToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const writeSessionCookie = ({ shortId, token }: SessionKey): string => `${shortId}.${token}`;

/** Undefined for anything that no cookie of ours looks like. */
export function readSessionCookie(value: string | undefined): SessionKey | undefined {
  const [, shortId, token] = /^([\w-]{1,40})\.([\w-]{43})$/.exec(value ?? '') ?? [];
  return shortId && token ? { shortId, token } : undefined;
}
