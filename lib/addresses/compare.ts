import { comparedAddress, nearness } from '../address/nearness.ts';
import { todayOf } from '../change/plan/new-batch.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { describePairs } from './describe.ts';
import { differentDecision, loadPair } from './pair.ts';
import type { NearPair, Pair } from './schema.ts';
import { ADDRESS_TEXTS } from './texts.ts';

/** Two addresses that an admin chose, side by side, near or not. @throws NotFound; Conflict when one was merged */
export const comparePair = (ctx: Context, { firstId, secondId }: Pair): Promise<NearPair> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [{ mergedInto: _, ...first }, { mergedInto: __, ...second }] = await loadPair(tx, [
      firstId,
      secondId,
    ]);
    const near = nearness(comparedAddress(first), comparedAddress(second));
    const chosen = { first, second, score: near?.score ?? null, differences: near?.differences ?? [] };
    const [pair] = await describePairs(tx, [chosen], todayOf(ctx));
    if (!pair) throw new NotFound(ADDRESS_TEXTS.noSuchPair());
    return { ...pair, differentId: (await differentDecision(tx, [firstId, secondId]))?.id ?? null };
  });
