import { headers } from 'next/headers';
import type { AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { acceptInvitation } from '../../../lib/auth/accept-invitation.ts';
import { browserName } from '../../../lib/auth/browser-name.ts';
import { closeSession } from '../../../lib/auth/close-session.ts';
import { findSession } from '../../../lib/auth/find-session.ts';
import { isHttps } from '../../../lib/auth/session.ts';
import { MAX_SESSION_HOURS, sessionCookieIn, sessionCookieName } from '../../../lib/auth/session-cookie.ts';
import { signIn } from '../../../lib/auth/sign-in.ts';
import { notBefore } from '../../../lib/concurrency/not-before.ts';
import { cryptoKeys } from '../../../lib/crypto/keys.ts';
import { database } from '../../../lib/database.ts';
import { networkAddress } from '../../../lib/http/network-address.ts';
import { settings } from '../../../lib/settings.ts';
import { safeCallbackUrl } from './callback-url.ts';

/** A password is checked in 20 to 60 ms; in a district that exists, 6 ms more went to the limit of sign-ins. */
const REFUSED_MS = 250;

/**
 * next-auth runs the sign-in protocol; the session itself is ours. Its "JWT" is our opaque cookie (`shortId.token`):
 * nothing in it can be read or outlive its row in `session`, which every request asks for.
 */
export function authOptions(): AuthOptions {
  const secure = isHttps();
  const options = { httpOnly: true, sameSite: 'lax', path: '/campus', secure } as const;
  return {
    secret: settings().nextauthSecret,
    pages: { signIn: '/campus/signin', error: '/campus/signin', signOut: '/campus/signin' },
    session: { strategy: 'jwt', maxAge: MAX_SESSION_HOURS * 3600 },
    cookies: {
      sessionToken: { name: sessionCookieName(secure), options },
      csrfToken: { name: `${secure ? '__Secure-' : ''}campus-csrf`, options },
      callbackUrl: { name: `${secure ? '__Secure-' : ''}campus-callback`, options },
    },
    jwt: {
      encode: async ({ token }) => String(token?.cookie ?? ''),
      decode: async ({ token }) => (token ? { cookie: token } : null),
    },
    providers: [
      Credentials({
        credentials: { appName: {}, username: {}, password: {}, code: {}, newPassword: {}, invitation: {} },
        async authorize(given, request) {
          const began = performance.now();
          const server = { db: database(), keys: cryptoKeys(settings()) };
          const asked = {
            code: given?.code || undefined,
            newPassword: given?.newPassword || undefined,
            address: networkAddress(await headers()),
            browser: browserName((await headers()).get('user-agent')),
            presented: sessionCookieIn(request.headers?.cookie, secure),
          };
          const credentials = {
            appName: String(given?.appName ?? ''),
            username: String(given?.username ?? ''),
            password: String(given?.password ?? ''),
          };
          const answer = given?.invitation
            ? await acceptInvitation(server, { invitation: given.invitation, ...asked }, new Date())
            : await signIn(server, { ...credentials, ...asked }, new Date());
          if (answer.outcome === 'refused') await notBefore(began, REFUSED_MS);
          if (answer.outcome === 'wait') throw new Error(`Wait:${answer.minutes}`);
          if (answer.outcome === 'new-password') throw new Error(`NewPassword:${answer.refused}`);
          if (answer.outcome === 'single-sign-on') throw new Error('SingleSignOnOnly');
          if (answer.outcome === 'code') throw new Error(answer.wrong ? 'WrongCode' : 'Code');
          return answer.outcome === 'signed-in' ? { id: 'user', cookie: answer.cookie } : null;
        },
      }),
    ],
    callbacks: {
      redirect: async ({ url }) => safeCallbackUrl(url, settings().publicUrl),
      jwt: async ({ token, user }) => ({ cookie: user && 'cookie' in user ? user.cookie : token.cookie }),
      async session({ session, token }) {
        const found = await findSession(database(), String(token.cookie), { now: new Date(), active: false });
        if (!found) throw new Error('no session');
        return { ...session, user: { name: found.user.name } };
      },
    },
    events: {
      signOut: async ({ token }) =>
        closeSession(database(), String(token?.cookie), {
          now: new Date(),
          address: networkAddress(await headers()),
        }),
    },
    // An expired cookie is normal, not an error of the server.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}
