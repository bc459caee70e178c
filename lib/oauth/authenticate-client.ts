import { timingSafeEqual } from 'node:crypto';
import type { Transaction } from '../../db/client.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import type { ClientAuthentication } from './client-authentication.ts';
import { secretCheck } from './credentials.ts';
import { invalidClient } from './oauth-error.ts';

export interface AuthenticClient {
  /** The row's id. */
  id: string;
  clientId: string;
  scopes: string[];
  lastUsedAt: Date | null;
  secretId: string;
  secretExpiresAt: Date | null;
}

/**
 * The enabled client of this district that has this secret, not revoked and not past its overlap (CRED-6).
 * @throws OAuthError invalid_client, for every reason the same
 */
export async function authenticateClient(
  tx: Transaction,
  keys: CryptoKeys,
  { clientId, clientSecret }: ClientAuthentication,
  now: Date,
): Promise<AuthenticClient> {
  const rows = await tx.rows<AuthenticClient & { check: Buffer }>(
    `select c.id, c.client_id as "clientId", c.scopes, c.last_used_at as "lastUsedAt",
        s.id as "secretId", s.expires_at as "secretExpiresAt", s.check_hash as check
       from api_client c
       join api_client_secret s on s.district_id = $1 and s.client_id = c.id
        and s.revoked_at is null and (s.expires_at is null or s.expires_at > $3)
      where c.district_id = $1 and c.client_id = $2
        and c.disabled_at is null and (c.expires_at is null or c.expires_at > $3)`,
    [tx.districtId, clientId, now],
  );
  const given = secretCheck(keys, tx.districtId, clientSecret);
  const match = rows.filter(({ check }) => timingSafeEqual(check, given))[0];
  if (!match) throw invalidClient();
  return match;
}
