import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { addSecret } from '../oauth/create-client.ts';
import { noClient, readClient } from './list-clients.ts';
import type { Client, Overlap } from './schema.ts';

const HOURS: Record<Overlap, number> = { none: 0, '1h': 1, '24h': 24, '7d': 7 * 24 };

/**
 * A new secret for a client. Without an overlap every other secret is revoked, and with it every token issued under it,
 * because each call of the API looks at its token's secret (CRED-5); with one they end with it at the latest (CRED-6).
 *
 * @throws NotFound, Invalid at /appName unless it is the district's own
 */
export async function generateSecret(
  ctx: Context,
  { id, overlap, appName }: { id: string; overlap: Overlap; appName: string },
): Promise<Client> {
  const until = new Date(ctx.now.getTime() + HOURS[overlap] * 3_600_000);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    // Two who press at once go one after the other: the later one's secret is the current one.
    const client = await tx.row<{ clientId: string }>(
      'select client_id as "clientId" from api_client where district_id = $1 and id = $2 for update',
      [tx.districtId, id],
    );
    if (!client) throw noClient();
    if (appName.trim() !== ctx.district.appName) {
      const message = `Type ${ctx.district.appName}, the appName of your district, to confirm.`;
      throw new Invalid(message, [{ pointer: '/appName', code: 'invalid', message }]);
    }
    await tx.run(
      overlap === 'none'
        ? `update api_client_secret set revoked_at = $3
            where district_id = $1 and client_id = $2 and revoked_at is null`
        : `update api_client_secret set expires_at = least(expires_at, $3)
            where district_id = $1 and client_id = $2 and revoked_at is null`,
      [tx.districtId, id, overlap === 'none' ? ctx.now : until],
    );
    await addSecret(ctx, tx, id);
    await recordAudit(ctx, tx, {
      action: 'client.new-secret',
      target: client.clientId,
      detail: overlap === 'none' ? { old: 'revoked' } : { old: `works until ${until.toISOString()}` },
    });
    return readClient(ctx, tx, id);
  });
}
