import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { readClient } from './list-clients.ts';
import type { Client } from './schema.ts';

/**
 * Ends an overlap before its time (CRED-6, *Revoke now*): the old secret and its tokens fail from the next call on.
 * @throws NotFound, Conflict for the current secret
 */
export const revokeSecret = (
  ctx: Context,
  { id, secretId }: { id: string; secretId: string },
): Promise<Client> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { clientId, secrets } = await readClient(ctx, tx, id);
    if (secrets[0]?.id === secretId)
      throw new Conflict(
        'This is the current secret. Generate a new one to replace it, or disable the client.',
      );
    const revoked = await tx.run(
      `update api_client_secret set revoked_at = $4
        where district_id = $1 and id = $2 and client_id = $3 and revoked_at is null`,
      [tx.districtId, secretId, id, ctx.now],
    );
    if (revoked === 0) throw new NotFound('This secret no longer works, or there is none such.');
    await recordAudit(ctx, tx, { action: 'client.revoke-secret', target: clientId });
    return readClient(ctx, tx, id);
  });
