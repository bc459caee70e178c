import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { createClient } from '../oauth/create-client.ts';
import { endOfDay } from './end-of-day.ts';
import { readClient } from './list-clients.ts';
import type { Client, NewClientAsked } from './schema.ts';

const setLastDay = defineCommand(
  'set the last day of a client',
  (orm, p: Params<{ id: string; expiresOn: string | null; timeZone: string }>) =>
    orm
      .update(apiClient)
      .set({ expiresAt: endOfDay(p.expiresOn, p.timeZone) })
      .where(and(inDistrict(apiClient), eq(apiClient.id, p.id))),
);

/** Adds an HR system with its first secret, which *Show Secret* reveals. */
export const newClient = (ctx: Context, { name, scopes, expiresOn }: NewClientAsked): Promise<Client> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { id, clientId } = await createClient(ctx, tx, { name, scopes });
    await setLastDay(tx, { id, expiresOn, timeZone: ctx.district.timeZone });
    await recordAudit(ctx, tx, {
      action: 'client.create',
      target: clientId,
      detail: { name, scopes, expiresOn },
    });
    return readClient(ctx, tx, id);
  });
