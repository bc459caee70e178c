import type { Context } from '../context.ts';
import { hashSessionToken, newSessionToken, writeSessionCookie } from './session-cookie.ts';

const HOURS = 72;

/** A new link that works once: `token` is its end; the rest is stored. Campus keeps only the hash of the token. */
export function newOneTimeLink({ district, now }: Pick<Context, 'district' | 'now'>) {
  const token = newSessionToken();
  return {
    token: writeSessionCookie({ shortId: district.shortId, token }),
    stored: {
      tokenHash: hashSessionToken(token),
      now,
      expiresAt: new Date(now.getTime() + HOURS * 3_600_000),
    },
  };
}
