import { parse } from 'node:querystring';
import { SIGN_ON_PATH } from './addresses.ts';
import { VISIT_MINUTES } from './visits.ts';

const nameFor = (https: boolean): string => `${https ? '__Secure-' : ''}campus-sign-on`;

/** The `Set-Cookie` header that ties a visit to the browser that begins it. */
export const setBrowserCookie = (token: string, https: boolean): string =>
  [
    `${nameFor(https)}=${token}`,
    `Path=${SIGN_ON_PATH}`,
    `Max-Age=${VISIT_MINUTES * 60}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(https ? ['Secure'] : []),
  ].join('; ');

/** Its value in a `Cookie` header; an empty text, which is nobody's, without one. */
export function browserCookieIn(header: string | null, https: boolean): string {
  const value = parse(header ?? '', '; ')[nameFor(https)];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
