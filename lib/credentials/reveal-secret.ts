import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClientSecret } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { openSecret } from '../oauth/credentials.ts';
import { noClient, readClient } from './list-clients.ts';

const sealedSecret = defineQuery('a sealed client secret', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ cipher: apiClientSecret.cipher })
    .from(apiClientSecret)
    .where(and(inDistrict(apiClientSecret), eq(apiClientSecret.id, p.id))),
);

/**
 * The client's current secret in clear, for *Show Secret* (CRED-4). The audit log has the reveal before the answer goes
 * out.
 * @throws NotFound
 */
export const revealSecret = (ctx: Context, { id }: { id: string }): Promise<{ secret: string }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { clientId, secrets } = await readClient(ctx, tx, id);
    const secretId = secrets[0]?.id;
    if (!secretId) throw noClient();
    const sealed = await sealedSecret.first(tx, { id: secretId });
    if (!sealed) throw noClient();
    await recordAudit(ctx, tx, { action: 'client.reveal-secret', target: clientId });
    return { secret: openSecret(ctx.keys, tx.districtId, secretId, sealed.cipher) };
  });
