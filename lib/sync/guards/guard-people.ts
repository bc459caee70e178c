import { and, eq, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { identity } from '../../../db/schema/person.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import { latestRun } from '../run/run.ts';
import { COUNTS_FOR, isCarriedOut, isExcluded } from './entries.ts';
import { type GuardOfPeople, PEOPLE_PAGE } from './limits.ts';
import type { GuardPeople } from './schema.ts';

const entriesFor = (guard: GuardOfPeople) =>
  defineQuery(
    `entries that count for ${guard}`,
    (orm, p: Params<{ validationId: string; offset: number; limit: number }>) => {
      const entry = orm
        .select({
          section: difference.section,
          seq: difference.seq,
          staffNumber: difference.staffNumber,
          personId: difference.personId,
          hr: difference.hr,
          why: difference.why,
        })
        .from(difference)
        .leftJoin(exclusion, isExcluded)
        .where(and(isCarriedOut(p.validationId), COUNTS_FOR[guard]))
        .orderBy(difference.section, difference.seq)
        .offset(p.offset)
        .limit(p.limit)
        .as('entry');
      return orm
        .select({
          id: sql<string>`${entry.section} || ' ' || ${entry.seq}`,
          staffNumber: sql<string>`coalesce(${entry.staffNumber}, '')`,
          personId: entry.personId,
          name: sql<string>`coalesce(${personName},
            concat_ws(', ', ${entry.hr} ->> 'lastName', ${entry.hr} ->> 'firstName'))`,
          why: sql<string>`${entry.why} ->> 'reason'`,
        })
        .from(entry)
        .leftJoin(
          identity,
          and(inDistrict(identity), eq(identity.personId, entry.personId), sql`${identity.current}`),
        )
        .orderBy(entry.section, entry.seq);
    },
  );

const ENTRIES: Record<GuardOfPeople, ReturnType<typeof entriesFor>> = {
  created: entriesFor('created'),
  renamed: entriesFor('renamed'),
  ended: entriesFor('ended'),
  changed: entriesFor('changed'),
  positionsRemoved: entriesFor('positionsRemoved'),
};

/**
 * The entries of the latest run's validation that count for a limit, in report order. A person with several entries
 * appears once for each.
 */
export function guardPeople(
  ctx: Context,
  { guard, page }: { guard: GuardOfPeople; page: number },
): Promise<GuardPeople> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await latestRun(tx);
    if (!run?.validationId) return { data: [], more: false };
    const rows = await ENTRIES[guard](tx, {
      validationId: run.validationId,
      offset: (page - 1) * PEOPLE_PAGE,
      limit: PEOPLE_PAGE + 1,
    });
    return { data: rows.slice(0, PEOPLE_PAGE), more: rows.length > PEOPLE_PAGE };
  });
}
