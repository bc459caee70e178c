import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClientSecret } from '../../db/schema/client.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { openSecret } from '../oauth/credentials.ts';
import { CURRENT_SECRET_FIRST, secretWorks } from '../oauth/working-secrets.ts';
import { noClient } from './list-clients.ts';

const sealedSecret = defineQuery(
  'the current sealed secret of a client',
  (orm, p: Params<{ clientId: string; now: Date }>) =>
    orm
      .select({ id: apiClientSecret.id, cipher: apiClientSecret.cipher })
      .from(apiClientSecret)
      .where(and(secretWorks(p.now), eq(apiClientSecret.clientId, p.clientId)))
      .orderBy(...CURRENT_SECRET_FIRST)
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
