import type { Transaction } from '../../db/client.ts';

const EVERY_MS = 60_000;

/** Notes when a client and its secret were last used (CRED-6), at most once a minute: most calls only read. */
export async function recordUse(
  tx: Transaction,
  use: { clientRowId: string; secretId: string; lastUsedAt: Date | null; now: Date },
): Promise<void> {
  if (use.lastUsedAt && use.now.getTime() - use.lastUsedAt.getTime() < EVERY_MS) return;
  await tx.run(
    `with client as (
       update api_client set last_used_at = $4 where district_id = $1 and id = $2
     )
     update api_client_secret set last_used_at = $4 where district_id = $1 and id = $3`,
    [tx.districtId, use.clientRowId, use.secretId, use.now],
  );
}
