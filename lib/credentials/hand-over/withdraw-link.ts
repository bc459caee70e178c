import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { readClient } from '../list-clients.ts';
import type { Client } from '../schema.ts';
import { CREDENTIAL_TEXTS } from '../texts.ts';
import { withdrawLinks } from './withdraw-links.ts';

/** Makes a client's link stop working before it is opened. @throws NotFound, Conflict if there is none any more */
export const withdrawHandOverLink = (ctx: Context, { id }: { id: string }): Promise<Client> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { clientId } = await readClient(ctx, tx, id);
    if ((await withdrawLinks(tx, { clientId: id, now: ctx.now })) === 0)
      throw new Conflict(CREDENTIAL_TEXTS.noLinkToWithdraw());
    await recordAudit(ctx, tx, { action: 'client.hand-over-withdrawn', target: clientId });
    return readClient(ctx, tx, id);
  });
