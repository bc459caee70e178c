import { recordAudit } from '../audit/record-audit.ts';
import { type Confirmation, confirmPassword } from '../auth/confirm-password.ts';
import type { Context } from '../context.ts';
import { openSecret } from '../oauth/credentials.ts';
import { noClient, readClient } from './list-clients.ts';

/**
 * The client's current secret, whole, for *Show Secret* (CRED-4); asks for the password when the sign-in is old. Every
 * reveal is in the audit log before it is answered.
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
    const sealed = await tx.row<{ cipher: Buffer }>(
      'select cipher from api_client_secret where district_id = $1 and id = $2',
      [tx.districtId, secretId],
    );
    if (!sealed) throw noClient();
    await recordAudit(ctx, tx, { action: 'client.reveal-secret', target: clientId });
    return { secret: openSecret(ctx.keys, tx.districtId, secretId, sealed.cipher) };
  });
}
