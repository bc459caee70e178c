import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { currentSecret } from './current-secret.ts';
import { readClient } from './list-clients.ts';

/**
 * The client's current secret in clear, for *Show Secret* (CRED-4). The audit log has the reveal before the answer goes
 * out.
 * @throws NotFound
 */
export const revealSecret = (ctx: Context, { id }: { id: string }): Promise<{ secret: string }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { clientId } = await readClient(ctx, tx, id);
    const secret = await currentSecret(ctx, tx, id);
    await recordAudit(ctx, tx, { action: 'client.reveal-secret', target: clientId });
    return { secret };
  });
