import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { apiClient, apiClientSecret } from '../../db/schema/client.ts';

const EVERY_MS = 60_000;

const markClientUsed = defineCommand(
  'mark a client as used',
  (orm, p: Params<{ id: string; now: Date; address: string }>) =>
    orm
      .update(apiClient)
      .set({
        lastUsedAt: asStored(p.now, apiClient.lastUsedAt),
        lastUsedFrom: asStored(p.address, apiClient.lastUsedFrom),
      })
      .where(and(inDistrict(apiClient), eq(apiClient.id, p.id))),
);
const markSecretUsed = defineCommand(
  'mark a client secret as used',
  (orm, p: Params<{ id: string; now: Date }>) =>
    orm
      .update(apiClientSecret)
      .set({ lastUsedAt: asStored(p.now, apiClientSecret.lastUsedAt) })
      .where(and(inDistrict(apiClientSecret), eq(apiClientSecret.id, p.id))),
);

/** Records when a client and its secret were last used (CRED-6) and from which network address, at most once a minute: most calls then write nothing. */
export async function recordUse(
  tx: Transaction,
  use: { clientRowId: string; secretId: string; lastUsedAt: Date | null; address: string; now: Date },
): Promise<void> {
  if (use.lastUsedAt && use.now.getTime() - use.lastUsedAt.getTime() < EVERY_MS) return;
  await Promise.all([
    markClientUsed(tx, { id: use.clientRowId, now: use.now, address: use.address }),
    markSecretUsed(tx, { id: use.secretId, now: use.now }),
  ]);
}
