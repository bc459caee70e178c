import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClientSecret } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type Confirmation, confirmPassword } from '../auth/confirm-password.ts';
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
 * The client's current secret in clear, for *Show Secret* (CRED-4). Asks for the password if the sign-in is old. The
 * audit log has the reveal before the answer goes out.
 * @throws NotFound, Conflict with `passwordNeeded`, Invalid for a wrong password
 */
export async function revealSecret(
  ctx: Context,
  { id, ...confirmation }: { id: string } & Confirmation,
): Promise<{ secret: string }> {
  const { clientId, secrets } = await ctx.db.inDistrict(ctx.district.id, (tx) => readClient(ctx, tx, id));
  const secretId = secrets[0]?.id;
  if (!secretId) throw noClient();
  await confirmPassword(ctx, confirmation);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const sealed = await sealedSecret.first(tx, { id: secretId });
    if (!sealed) throw noClient();
    await recordAudit(ctx, tx, { action: 'client.reveal-secret', target: clientId });
    return { secret: openSecret(ctx.keys, tx.districtId, secretId, sealed.cipher) };
  });
}
