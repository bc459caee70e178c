import { DISTRICT_ID } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { handOver } from '../../../db/schema/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { newOneTimeLink } from '../../auth/one-time-link.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { readClient } from '../list-clients.ts';
import type { HandOverLink } from '../schema.ts';
import { CREDENTIAL_TEXTS } from '../texts.ts';
import { withdrawLinks } from './withdraw-links.ts';

const insertLink = defineCommand(
  'insert a hand-over link',
  (orm, p: Params<{ id: string; clientId: string; tokenHash: Buffer; now: Date; expiresAt: Date }>) =>
    orm.insert(handOver).values({
      districtId: DISTRICT_ID,
      id: p.id,
      clientId: p.clientId,
      tokenHash: p.tokenHash,
      createdAt: p.now,
      expiresAt: p.expiresAt,
    }),
);

/**
 * Makes a link that shows the client's credentials once, to the first person who opens it. Earlier links of the client stop
 * working. @throws NotFound, Conflict for a client that gets no token
 */
export const makeHandOverLink = (ctx: Context, { id }: { id: string }): Promise<HandOverLink> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { clientId, state } = await readClient(ctx, tx, id);
    if (state !== 'active') throw new Conflict(CREDENTIAL_TEXTS.clientInactive());
    await withdrawLinks(tx, { clientId: id, now: ctx.now });
    const { token, stored } = newOneTimeLink(ctx);
    await insertLink(tx, { id: ctx.newId(), clientId: id, ...stored });
    await recordAudit(ctx, tx, { action: 'client.hand-over', target: clientId });
    return { token, expiresAt: stored.expiresAt.toISOString() };
  });
