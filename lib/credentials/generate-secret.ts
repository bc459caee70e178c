import { and, eq, isNull, sql } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { apiClient, apiClientSecret } from '../../db/schema/client.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { addSecret } from '../oauth/create-client.ts';
import { withdrawLinks } from './hand-over/withdraw-links.ts';
import { noClient, readClient } from './list-clients.ts';
import type { Client, Overlap } from './schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';

const lockClient = defineQuery('lock a client', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ clientId: apiClient.clientId })
    .from(apiClient)
    .where(and(inDistrict(apiClient), eq(apiClient.id, p.id)))
    .for('update'),
);
const revokeSecrets = defineCommand(
  'revoke the secrets of a client',
  (orm, p: Params<{ clientId: string; now: Date }>) =>
    orm
      .update(apiClientSecret)
      .set({ revokedAt: asStored(p.now, apiClientSecret.revokedAt) })
      .where(
        and(
          inDistrict(apiClientSecret),
          eq(apiClientSecret.clientId, p.clientId),
          isNull(apiClientSecret.revokedAt),
        ),
      ),
);
const endSecrets = defineCommand(
  'end the secrets of a client after an overlap',
  (orm, p: Params<{ clientId: string; until: Date }>) =>
    orm
      .update(apiClientSecret)
      .set({ expiresAt: sql`least(${apiClientSecret.expiresAt}, ${p.until})` })
      .where(
        and(
          inDistrict(apiClientSecret),
          eq(apiClientSecret.clientId, p.clientId),
          isNull(apiClientSecret.revokedAt),
        ),
      ),
);

const HOURS: Record<Overlap, number> = { none: 0, '1h': 1, '24h': 24, '7d': 7 * 24 };

/**
 * Gives a client a new secret. Without an overlap all other secrets are revoked, and with them their tokens, because
 * every call of the API checks its token's secret (CRED-5). With an overlap they work until it ends, at most (CRED-6).
 *
 * @throws NotFound, Invalid at /appName unless it is the district's own
 */
export async function generateSecret(
  ctx: Context,
  { id, overlap, appName }: { id: string; overlap: Overlap; appName: string },
): Promise<Client> {
  const until = new Date(ctx.now.getTime() + HOURS[overlap] * 3_600_000);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    // Two admins who do this at once go one after the other: the later secret is the current one.
    const client = await lockClient.first(tx, { id });
    if (!client) throw noClient();
    if (appName.trim() !== ctx.district.appName) {
      const message = CREDENTIAL_TEXTS.typeAppName(ctx.district.appName);
      throw new Invalid(message, [{ pointer: '/appName', code: 'invalid', message }]);
    }
    if (overlap === 'none') await revokeSecrets(tx, { clientId: id, now: ctx.now });
    else await endSecrets(tx, { clientId: id, until });
    await addSecret(ctx, tx, id);
    // A link that is on its way was made for the secret that is being replaced.
    await withdrawLinks(tx, { clientId: id, now: ctx.now });
    await recordAudit(ctx, tx, {
      action: 'client.new-secret',
      target: client.clientId,
      detail: overlap === 'none' ? { old: 'revoked' } : { old: `works until ${until.toISOString()}` },
    });
    return readClient(ctx, tx, id);
  });
}
