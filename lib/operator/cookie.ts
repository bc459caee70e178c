import { cookieIn } from '../auth/session-cookie.ts';

export const MAX_OPERATOR_HOURS = 2;

/** The prefix makes browsers refuse a cookie of this name that did not come over https. */
export const operatorCookieName = (https: boolean): string =>
  https ? '__Secure-campus-operator' : 'campus-operator';

/** The operator's token in a `Cookie` header. */
export const operatorCookieIn = (header: string | null | undefined, https: boolean): string | undefined =>
  cookieIn(header, operatorCookieName(https));

/** The `Set-Cookie` header that gives a browser this token, or with null takes it away. No other site's link sends it along. */
export const setOperatorCookie = (token: string | null, https: boolean): string =>
  [
    `${operatorCookieName(https)}=${token ?? ''}`,
    'Path=/campus',
    `Max-Age=${token === null ? 0 : MAX_OPERATOR_HOURS * 3600}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(https ? ['Secure'] : []),
  ].join('; ');
