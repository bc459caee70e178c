import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { lockAddresses } from './apply-decision.ts';
import { deciding, differentDecision, loadPair } from './pair.ts';
import { recordDecision } from './record-decision.ts';
import type { Pair } from './schema.ts';
import { ADDRESS_TEXTS } from './texts.ts';

/**
 * Two addresses that are near but not the same: remembered, so that they are never proposed again. Audited.
 * @throws NotFound; Conflict when one was merged, or when it was decided already
 */
export const decideDifferent = (ctx: Context, { firstId, secondId }: Pair): Promise<{ decisionId: string }> =>
  deciding(ctx, async (tx) => {
    await lockAddresses(tx, [firstId, secondId]);
    await loadPair(tx, [firstId, secondId]);
    if (await differentDecision(tx, [firstId, secondId])) throw new Conflict(ADDRESS_TEXTS.decidedAlready());
    const decisionId = ctx.newId();
    const [first, second] = [firstId, secondId].sort() as [string, string];
    await recordDecision(ctx, tx, { id: decisionId, kind: 'different', firstId: first, secondId: second });
    await recordAudit(ctx, tx, {
      action: 'address.different',
      target: firstId,
      detail: { other: secondId, decision: decisionId },
    });
    return { decisionId };
  });
