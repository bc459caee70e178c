import { and, eq, sql } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { endOfDay } from './end-of-day.ts';
import { noClient, readClient } from './list-clients.ts';
import type { Client, ClientEdit } from './schema.ts';

/** A client that is disabled already keeps the moment of it. */
const changeClient = defineQuery(
  'change a client',
  (orm, p: Params<ClientEdit & { id: string; timeZone: string; now: Date }>) =>
    orm
      .update(apiClient)
      .set({
        name: asStored(p.name, apiClient.name),
        scopes: asStored(p.scopes, apiClient.scopes),
        expiresAt: endOfDay(p.expiresOn, p.timeZone),
        disabledAt: sql`case when ${p.disabled}::boolean then coalesce(${apiClient.disabledAt}, ${p.now}) end`,
      })
      .where(and(inDistrict(apiClient), eq(apiClient.id, p.id)))
      .returning({ clientId: apiClient.clientId }),
);

/**
 * Changes a client's name, scopes and last day, and disables or enables it. Every call of the API reads the client, so a
 * change holds from the next call on, also for tokens that were issued before.
 * @throws NotFound
 */
export const editClient = (ctx: Context, { id, edit }: { id: string; edit: ClientEdit }): Promise<Client> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const changed = await changeClient.first(tx, {
      ...edit,
      id,
      timeZone: ctx.district.timeZone,
      now: ctx.now,
    });
    if (!changed) throw noClient();
    await recordAudit(ctx, tx, {
      action: 'client.edit',
      target: changed.clientId,
      detail: edit,
    });
    return readClient(ctx, tx, id);
  });
