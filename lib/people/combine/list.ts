import { and, desc, eq, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { combination } from '../../../db/schema/combination.ts';
import { changeJournal } from '../../../db/schema/journal.ts';
import { identity } from '../../../db/schema/person.ts';
import type { Context } from '../../context.ts';
import type { Combination } from './schema.ts';
import { COMBINE_TEXTS } from './texts.ts';

const LISTED = 20;

const latest = defineQuery('the latest combinations', (orm, p: Params<{ limit: number }>) => {
  const since = orm
    .select({ actor: changeJournal.actor })
    .from(changeJournal)
    .where(
      and(
        inDistrict(changeJournal),
        eq(changeJournal.personId, combination.baseId),
        sql`${changeJournal.rev} > ${combination.rev}`,
      ),
    )
    .orderBy(changeJournal.rev)
    .limit(1);
  return orm
    .select({
      id: combination.id,
      baseId: combination.baseId,
      baseName: sql<string | null>`${personName}`,
      otherName: combination.otherName,
      combinedAt: combination.combinedAt,
      combinedBy: combination.combinedBy,
      undoneAt: combination.undoneAt,
      undoneBy: combination.undoneBy,
      editedBy: sql<string | null>`(${since})`,
    })
    .from(combination)
    .leftJoin(
      identity,
      and(inDistrict(identity), eq(identity.personId, combination.baseId), eq(identity.current, true)),
    )
    .where(inDistrict(combination))
    .orderBy(desc(combination.id))
    .limit(p.limit);
});

/** The latest combinations, with whether they can still be undone (CMB-3). */
export const listCombinations = (ctx: Context): Promise<Combination[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) =>
    (await latest(tx, { limit: LISTED })).map(({ baseId, baseName, editedBy, ...row }) => ({
      ...row,
      base: { id: baseId, name: baseName },
      combinedAt: row.combinedAt.toISOString(),
      undoneAt: row.undoneAt?.toISOString() ?? null,
      kept: row.undoneAt ? null : keptBecause(baseName, editedBy),
    })),
  );

function keptBecause(baseName: string | null, editedBy: string | null): string | null {
  if (baseName === null) return COMBINE_TEXTS.keptGone();
  return editedBy === null ? null : COMBINE_TEXTS.keptEdited(editedBy);
}
