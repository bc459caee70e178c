import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { lockAddresses } from './apply-decision.ts';
import { deciding, differentDecision, loadPair } from './pair.ts';
import type { Pair } from './schema.ts';

/**
 * Two addresses that are near but not the same: remembered, so that they are never proposed again. Audited.
 * @throws NotFound; Conflict when one was merged, or when it was decided already
 */
export const decideDifferent = (ctx: Context, { firstId, secondId }: Pair): Promise<{ decisionId: string }> =>
  deciding(ctx, async (tx) => {
    await lockAddresses(tx, [firstId, secondId]);
    await loadPair(tx, [firstId, secondId]);
    if (await differentDecision(tx, [firstId, secondId]))
      throw new Conflict('This was decided already. Look at the list again.');
    const decisionId = ctx.newId();
    const [first, second] = [firstId, secondId].sort();
    await tx.run(
      `insert into address_decision (district_id, id, kind, first_id, second_id, decided_at, decided_by)
       values ($1, $2, 'different', $3, $4, $5, $6)`,
      [tx.districtId, decisionId, first, second, ctx.now, ctx.actor.name],
    );
    await recordAudit(ctx, tx, {
      action: 'address.different',
      target: firstId,
      detail: { other: secondId, decision: decisionId },
    });
    return { decisionId };
  });
