import { and, eq, isNull } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { apiClientSecret } from '../../db/schema/client.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { readClient } from './list-clients.ts';
import type { Client } from './schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';

const revokeOne = defineCommand(
  'revoke one secret of a client',
  (orm, p: Params<{ id: string; clientId: string; now: Date }>) =>
    orm
      .update(apiClientSecret)
      .set({ revokedAt: asStored(p.now, apiClientSecret.revokedAt) })
      .where(
        and(
          inDistrict(apiClientSecret),
          eq(apiClientSecret.id, p.id),
          eq(apiClientSecret.clientId, p.clientId),
          isNull(apiClientSecret.revokedAt),
        ),
      ),
);

/**
 * Ends an overlap early (CRED-6, *Revoke now*): the previous secret and its tokens fail from the next call on.
 * @throws NotFound, Conflict for the current secret
 */
export const revokeSecret = (
  ctx: Context,
  { id, secretId }: { id: string; secretId: string },
): Promise<Client> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { clientId, secrets } = await readClient(ctx, tx, id);
    if (secrets[0]?.id === secretId) throw new Conflict(CREDENTIAL_TEXTS.secretIsCurrent());
    if ((await revokeOne(tx, { id: secretId, clientId: id, now: ctx.now })) === 0)
      throw new NotFound(CREDENTIAL_TEXTS.noSuchSecret());
    await recordAudit(ctx, tx, { action: 'client.revoke-secret', target: clientId });
    return readClient(ctx, tx, id);
  });
