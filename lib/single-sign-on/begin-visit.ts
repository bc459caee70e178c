import type { VisitPurpose } from '../../db/schema/single-sign-on.ts';
import { hashSessionToken, newSessionToken } from '../auth/session-cookie.ts';
import type { Context } from '../context.ts';
import { VisitProblem } from './problems.ts';
import { readProvider } from './provider-row.ts';
import { signOnUrl } from './sign-on-url.ts';
import { areTooMany, insertVisit, VISIT_MINUTES } from './visits.ts';

/** Where the browser goes, and the token it has to bring back in its cookie. */
export interface Departure {
  url: string;
  browserToken: string;
}

/**
 * Begins a visit to the district's identity provider. To sign in, to confirm and to link the provider must be switched
 * on; a test is for one that is not yet.
 *
 * @param returnTo the page afterwards, a path below the base path that the caller has checked
 * @throws VisitProblem
 */
export async function beginVisit(
  ctx: Context,
  { purpose, returnTo }: { purpose: VisitPurpose; returnTo: string },
): Promise<Departure> {
  const { db, district, now, actor, address = 'unknown' } = ctx;
  const browserToken = newSessionToken();
  const token = newSessionToken();
  const row = await db.inDistrict(district.id, async (tx) => {
    const found = await readProvider(tx);
    if (!found || (purpose !== 'test' && !found.enabled)) throw new VisitProblem('notOn');
    if (await areTooMany(tx, { address, now })) throw new VisitProblem('tooMany');
    return found;
  });
  // Asked before the row is written: no transaction waits for another server.
  const url = await signOnUrl(ctx, row, { token, browserToken, again: purpose === 'confirm' });
  await db.inDistrict(district.id, (tx) =>
    insertVisit(tx, {
      id: ctx.newId(),
      purpose,
      tokenHash: hashSessionToken(token),
      browserHash: hashSessionToken(browserToken),
      userId: actor.kind === 'user' ? actor.id : null,
      returnTo,
      address,
      startedAt: now,
      expiresAt: new Date(now.getTime() + VISIT_MINUTES * 60_000),
    }),
  );
  return { url, browserToken };
}
