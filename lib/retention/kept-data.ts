import type { Context } from '../context.ts';
import { chooseDays } from './choose-days.ts';
import { type Kept, readKept } from './kept.ts';
import { KIND_NAMES, type Kind } from './kinds.ts';
import type { DaysOfKinds, KeptData } from './schema.ts';

/** All that the page of kept data shows. */
export const keptData = async (ctx: Context): Promise<KeptData> =>
  shown(await ctx.db.inDistrict(ctx.district.id, readKept));

/** An admin chooses the days of every kind, as `campus district keep` does. @throws Invalid */
export async function saveKeptData(ctx: Context, days: DaysOfKinds): Promise<KeptData> {
  const chosen = new Map(KIND_NAMES.map((kind) => [kind, days[kind]]));
  return shown((await chooseDays(ctx, chosen)).kept);
}

const shown = (kept: Record<Kind, Kept>): KeptData => ({
  data: KIND_NAMES.map((kind) => {
    const { removedBefore, ...rest } = kept[kind];
    return { kind, ...rest, removedBefore: removedBefore?.toISOString() ?? null };
  }),
});
