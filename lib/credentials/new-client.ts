import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { createClient } from '../oauth/create-client.ts';
import { endOfDay } from './end-of-day.ts';
import { readClient } from './list-clients.ts';
import type { Client, NewClientAsked } from './schema.ts';

/** One more HR system, with a first secret for *Show Secret*. */
export const newClient = (ctx: Context, { name, scopes, expiresOn }: NewClientAsked): Promise<Client> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { id, clientId } = await createClient(ctx, tx, { name, scopes });
    await tx.run(
      `update api_client set expires_at = ${endOfDay('$3', '$4')} where district_id = $1 and id = $2`,
      [tx.districtId, id, expiresOn, ctx.district.timeZone],
    );
    await recordAudit(ctx, tx, {
      action: 'client.create',
      target: clientId,
      detail: { name, scopes, expiresOn },
    });
    return readClient(ctx, tx, id);
  });
