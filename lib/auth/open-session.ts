import type { Transaction } from '../../db/client.ts';
import { type District, newId } from '../context.ts';
import { lastFirst } from './last-first.ts';
import { hashSessionToken, newSessionToken, writeSessionCookie } from './session-cookie.ts';

const LONGEST_HOURS = 12;

/** Writes the session's row and its audit event, and returns the cookie's value: the only place where the token is. */
export async function openSession(
  tx: Transaction,
  { district, userId, address, now }: { district: District; userId: string; address: string; now: Date },
): Promise<string> {
  const token = newSessionToken();
  const expiresAt = new Date(now.getTime() + LONGEST_HOURS * 3_600_000);
  await tx.run(
    `insert into session (district_id, id, user_id, token_hash, created_at, seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [tx.districtId, newId(), userId, hashSessionToken(token), now, expiresAt],
  );
  const user = await tx.row<{ name: string; username: string }>(
    'update app_user set last_sign_in_at = $3 where district_id = $1 and id = $2 returning name, username',
    [tx.districtId, userId, now],
  );
  await tx.run(
    `insert into audit_event (district_id, id, occurred_at, actor, action, target, detail)
     values ($1, $2, $3, $4, 'sign in', $5, jsonb_build_object('address', $6::text))`,
    [tx.districtId, newId(), now, lastFirst(user?.name ?? ''), user?.username, address],
  );
  return writeSessionCookie({ shortId: district.shortId, token });
}
