import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { endOfDay } from './end-of-day.ts';
import { noClient, readClient } from './list-clients.ts';
import type { Client, ClientEdit } from './schema.ts';

/**
 * Renames, narrows, ends or disables a client. Each call of the API looks it up, so it holds from the next one on, for
 * tokens that were issued before, too.
 * @throws NotFound
 */
export const editClient = (
  ctx: Context,
  { id, edit: { name, scopes, expiresOn, disabled } }: { id: string; edit: ClientEdit },
): Promise<Client> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const changed = await tx.row<{ clientId: string }>(
      `update api_client
          set name = $3, scopes = $4, expires_at = ${endOfDay('$5', '$6')},
              disabled_at = case when $7::boolean then coalesce(disabled_at, $8) end
        where district_id = $1 and id = $2 returning client_id as "clientId"`,
      [tx.districtId, id, name, scopes, expiresOn, ctx.district.timeZone, disabled, ctx.now],
    );
    if (!changed) throw noClient();
    await recordAudit(ctx, tx, {
      action: 'client.edit',
      target: changed.clientId,
      detail: { name, scopes, expiresOn, disabled },
    });
    return readClient(ctx, tx, id);
  });
