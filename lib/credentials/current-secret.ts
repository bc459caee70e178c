import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClientSecret } from '../../db/schema/access.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { openSecret } from '../oauth/credentials.ts';
import { noClient } from './list-clients.ts';

/** Of two secrets without an end the later is the current one. */
const sealedSecret = defineQuery(
  'the current sealed secret of a client',
  (orm, p: Params<{ clientId: string; now: Date }>) =>
    orm
      .select({ id: apiClientSecret.id, cipher: apiClientSecret.cipher })
      .from(apiClientSecret)
      .where(
        and(
          inDistrict(apiClientSecret),
          eq(apiClientSecret.clientId, p.clientId),
          isNull(apiClientSecret.revokedAt),
          or(isNull(apiClientSecret.expiresAt), gt(apiClientSecret.expiresAt, p.now)),
        ),
      )
      .orderBy(
        sql`${apiClientSecret.expiresAt} desc nulls first`,
        desc(apiClientSecret.createdAt),
        desc(apiClientSecret.id),
      )
      .limit(1),
);

/** The client's current secret in clear. Callers audit that they use it. @throws NotFound */
export async function currentSecret(
  { keys, now }: { keys: CryptoKeys; now: Date },
  tx: Transaction,
  clientId: string,
): Promise<string> {
  const sealed = await sealedSecret.first(tx, { clientId, now });
  if (!sealed) throw noClient();
  return openSecret(keys, tx.districtId, sealed.id, sealed.cipher);
}
