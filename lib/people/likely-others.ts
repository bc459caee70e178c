import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { findLikely } from '../likeness/find-likely.ts';
import { loadFingerprints } from '../likeness/load-fingerprints.ts';
import { peopleRows } from './list-people.ts';
import type { LikelyOther } from './schema.ts';
import { PEOPLE_TEXTS } from './texts.ts';

/** Who else in Campus is likely the same person (CMB-2), the likeliest first. @throws NotFound */
export const likelyOthers = (ctx: Context, { id }: { id: string }): Promise<LikelyOther[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const person = (await loadFingerprints(ctx.keys, tx, [id])).get(id);
    if (!person) throw new NotFound(PEOPLE_TEXTS.noSuchPerson());
    const [others = []] = await findLikely(ctx.keys, tx, [person.fingerprint], { self: id });
    const rows = await peopleRows(
      tx,
      others.map((other) => other.id),
    );
    return rows.map((row) => ({
      ...row,
      reasons: others.find((other) => other.id === row.id)?.reasons ?? [],
    }));
  });
