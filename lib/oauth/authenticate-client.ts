import { timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClient, apiClientSecret } from '../../db/schema/client.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import type { ClientAuthentication } from './client-authentication.ts';
import { secretChecks } from './credentials.ts';
import { invalidClient } from './oauth-error.ts';
import { secretWorks } from './working-secrets.ts';

const workingSecrets = defineQuery(
  'an enabled client with its working secrets',
  (orm, p: Params<{ clientId: string; now: Date }>) =>
    orm
      .select({
        id: apiClient.id,
        clientId: apiClient.clientId,
        scopes: apiClient.scopes,
        lastUsedAt: apiClient.lastUsedAt,
        secretId: apiClientSecret.id,
        secretExpiresAt: apiClientSecret.expiresAt,
        check: apiClientSecret.checkHash,
      })
      .from(apiClient)
      .innerJoin(apiClientSecret, and(secretWorks(p.now), eq(apiClientSecret.clientId, apiClient.id)))
      .where(
        and(
          inDistrict(apiClient),
          eq(apiClient.clientId, p.clientId),
          isNull(apiClient.disabledAt),
          or(isNull(apiClient.expiresAt), gt(apiClient.expiresAt, p.now)),
        ),
      ),
);

/** A client and the secret it authenticated with. `id` is the row's, `clientId` the public one. */
export type AuthenticClient = Omit<Awaited<ReturnType<typeof workingSecrets>>[number], 'check'>;

/**
 * The enabled client of this district with this secret, which must not be revoked or past its overlap (CRED-6).
 * @throws OAuthError invalid_client, the same one for every reason
 */
export async function authenticateClient(
  tx: Transaction,
  keys: CryptoKeys,
  { clientId, clientSecret }: ClientAuthentication,
  now: Date,
): Promise<AuthenticClient> {
  const rows = await workingSecrets(tx, { clientId, now });
  const given = secretChecks(keys, tx.districtId, clientSecret);
  const match = rows.filter(({ check }) => given.some((one) => isSame(check, one)))[0];
  if (!match) throw invalidClient();
  return match;
}

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
