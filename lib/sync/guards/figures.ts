import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import type { Context } from '../../context.ts';
import { latestRun, type RunRow } from '../run/run.ts';
import type { GuardFigures } from './exceeded.ts';
import { type GuardOfPeople, PEOPLE_PAGE } from './limits.ts';
import type { GuardPeople } from './schema.ts';

/** Which entries of a validation stand behind a limit; `d` is the entry. */
const BEHIND: Record<GuardOfPeople, string> = {
  created: `d.section = 'hrNotInCampus'`,
  renamed: `d.section = 'demographics' and d.fields && '{lastName,firstName,middleName}'::text[]`,
  ended: `d.section = 'employments' and d.campus is not null and d.campus ->> 'terminationDate' is null
          and d.hr ->> 'terminationDate' is not null`,
  changed: `d.section in ('demographics', 'employments', 'assignments', 'addresses')`,
  positionsRemoved: `d.section = 'assignments' and d.campus is not null and d.why ->> 'rule' = 'POS-10'`,
};

/** Entries of the validation that the commit would carry out: not those only listed, nor of people held out of it. */
const ENTRIES = `difference d
  left join held_out h on h.district_id = $1 and h.staff_number_key = lower(btrim(d.staff_number))
 where d.district_id = $1 and d.validation_id = $2 and d.counted and h.id is null`;

const lastFeed = defineQuery('staff of the feed committed last', (orm) =>
  orm
    .select({ staff: sql<number>`${syncRun.staffTransferred} + ${syncRun.setAside}` })
    .from(syncRun)
    .where(and(inDistrict(syncRun), eq(syncRun.kind, 'synchronization'), eq(syncRun.status, 'committed')))
    .orderBy(desc(syncRun.committedAt))
    .limit(1),
);

/** What the commit of a validated run would do; undefined for a district's first commit, which no guard holds. */
export async function guardFigures(tx: Transaction, run: RunRow): Promise<GuardFigures | undefined> {
  const last = await lastFeed.first(tx);
  if (!last) return undefined;
  const found = await tx.row<Omit<GuardFigures, 'transferred' | 'lastTransferred'>>(
    `select coalesce(sum(p.created), 0)::int as created, count(*) filter (where p.renamed) as renamed,
            count(*) filter (where p.ended) as ended, count(*) filter (where p.changed) as changed,
            coalesce(sum(p.positions_removed), 0)::int as "positionsRemoved"
       from (select count(*) filter (where ${BEHIND.created}) as created, bool_or(${BEHIND.renamed}) as renamed,
                    bool_or(${BEHIND.ended}) as ended, bool_or(${BEHIND.changed}) as changed,
                    count(*) filter (where ${BEHIND.positionsRemoved}) as positions_removed
               from ${ENTRIES}
              group by d.person_id) p`,
    [tx.districtId, run.validationId],
  );
  const none = { created: 0, renamed: 0, ended: 0, changed: 0, positionsRemoved: 0 };
  return {
    ...(found ?? none),
    transferred: run.staffTransferred + run.setAside,
    lastTransferred: last.staff,
  };
}

/**
 * The entries behind a limit in the latest run's validation, in report order: a person stands there once for each, and
 * nobody behind a feed that shrank.
 */
export function guardPeople(
  ctx: Context,
  { guard, page }: { guard: GuardOfPeople; page: number },
): Promise<GuardPeople> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await latestRun(tx);
    if (!run?.validationId) return { data: [], more: false };
    const rows = await tx.rows<GuardPeople['data'][number]>(
      `select e.section || ' ' || e.seq as id, e.staff_number as "staffNumber", e.person_id as "personId",
              coalesce(i.last_name || ', ' || i.first_name,
                       concat_ws(', ', e.hr ->> 'lastName', e.hr ->> 'firstName')) as name,
              e.why ->> 'reason' as why
         from (select d.* from ${ENTRIES} and ${BEHIND[guard]} order by d.section, d.seq offset $3 limit $4) e
         left join identity i on i.district_id = $1 and i.person_id = e.person_id and i.current
        order by e.section, e.seq`,
      [tx.districtId, run.validationId, (page - 1) * PEOPLE_PAGE, PEOPLE_PAGE + 1],
    );
    return { data: rows.slice(0, PEOPLE_PAGE), more: rows.length > PEOPLE_PAGE };
  });
}
