import { and, eq, sql } from 'drizzle-orm';
import { inDistrict, json } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { identity } from '../../../db/schema/person.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import { changesIn } from '../../report/people/changes-in.ts';
import { labelsOf } from '../../report/people/labels.ts';
import type { Entry, Section } from '../../report/schema.ts';
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
          campus: difference.campus,
          hr: difference.hr,
          fields: difference.fields,
          removesPosition: difference.removesPosition,
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
          why: json<Entry['why']>(entry.why),
          section: sql<Section>`${entry.section}`,
          campus: json<Entry['campus']>(entry.campus),
          hr: json<Entry['hr']>(entry.hr),
          fields: entry.fields,
          removesPosition: entry.removesPosition,
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
  erased: entriesFor('erased'),
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
    const shown = rows.slice(0, PEOPLE_PAGE);
    const labels = await labelsOf(tx, [], shown);
    const data = shown.map((row) => {
      const { id, staffNumber, personId, name, why } = row;
      return { id, staffNumber, personId, name, why: why.reason, changes: changesIn(row, labels) };
    });
    return { data, more: rows.length > PEOPLE_PAGE };
  });
}
