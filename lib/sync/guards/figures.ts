import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { latestRun, type RunRow } from '../run.ts';
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

/** What the commit of a validated run would do; undefined for a district's first commit, which no guard holds. */
export async function guardFigures(tx: Transaction, run: RunRow): Promise<GuardFigures | undefined> {
  const last = await tx.row<{ staff: number }>(
    `select staff_transferred + set_aside as staff from sync_run
      where district_id = $1 and status = 'committed' order by committed_at desc limit 1`,
    [tx.districtId],
  );
  if (!last) return undefined;
  const people = (guard: GuardOfPeople) => `count(distinct d.person_id) filter (where ${BEHIND[guard]})`;
  const found = await tx.row<Omit<GuardFigures, 'transferred' | 'lastTransferred'>>(
    `select count(*) filter (where ${BEHIND.created}) as created, ${people('renamed')} as renamed,
            ${people('ended')} as ended, ${people('changed')} as changed,
            count(*) filter (where ${BEHIND.positionsRemoved}) as "positionsRemoved"
       from ${ENTRIES}`,
    [tx.districtId, run.validationId],
  );
  const none = { created: 0, renamed: 0, ended: 0, changed: 0, positionsRemoved: 0 };
  return {
    ...(found ?? none),
    transferred: run.staffTransferred + run.setAside,
    lastTransferred: last.staff,
  };
}

/** The people behind a limit of the latest run's validation, each once; nobody stands behind a feed that shrank. */
export function guardPeople(
  ctx: Context,
  { guard, page }: { guard: GuardOfPeople; page: number },
): Promise<GuardPeople> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await latestRun(tx);
    if (!run?.validationId) return { data: [], more: false };
    const rows = await tx.rows<GuardPeople['data'][number]>(
      `select distinct on (lower(btrim(d.staff_number))) d.staff_number as "staffNumber", d.person_id as "personId",
              coalesce(i.last_name || ', ' || i.first_name,
                       concat_ws(', ', d.hr ->> 'lastName', d.hr ->> 'firstName'), '') as name,
              d.why ->> 'reason' as why
         from difference d
         left join held_out h on h.district_id = $1 and h.staff_number_key = lower(btrim(d.staff_number))
         left join identity i on i.district_id = $1 and i.person_id = d.person_id and i.current
        where d.district_id = $1 and d.validation_id = $2 and d.counted and h.id is null and ${BEHIND[guard]}
        order by lower(btrim(d.staff_number)), d.section, d.seq offset $3 limit $4`,
      [tx.districtId, run.validationId, (page - 1) * PEOPLE_PAGE, PEOPLE_PAGE + 1],
    );
    return { data: rows.slice(0, PEOPLE_PAGE), more: rows.length > PEOPLE_PAGE };
  });
}
