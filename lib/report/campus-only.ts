import type { Transaction } from '../../db/client.ts';
import type { NewEntry } from './difference-writer.ts';

/** What the report shows of a person whom only Campus has, or who shares a number: the demographic columns (VAL-2). */
const PERSON = `p.id, p.staff_number as "staffNumber", i.last_name as "lastName", i.first_name as "firstName",
  i.middle_name as "middleName", p.gender, p.work_email as "workEmail", p.work_phone as "workPhone",
  p.birth_date as "birthDate"`;
const CURRENT = 'left join identity i on i.district_id = $1 and i.person_id = p.id and i.current';

interface Row {
  id: string;
  staffNumber: string | null;
  [column: string]: unknown;
}

/**
 * Everyone who is staff and has no match in the feed, with or without a number (VAL-1), `limit` people behind `after`.
 * One look at the staging for each, whatever the planner knows of it (`offset 0`): a call's records are there once it is published.
 */
export async function campusStaffNotInHr(
  tx: Transaction,
  input: { runId: string; after: string; limit: number },
): Promise<NewEntry[]> {
  const rows = await tx.rows<Row>(
    `select ${PERSON} from person p ${CURRENT}
      where p.district_id = $1 and p.id > $3
        and (p.staff_number_key is not null
          or exists (select 1 from employment e where e.district_id = $1 and e.person_id = p.id)
          or exists (select 1 from district_assignment a where a.district_id = $1 and a.person_id = p.id))
        and not exists (
          select 1 from staged_staff s
           where s.district_id = $1 and s.run_id = $2 and s.staff_number_key = p.staff_number_key offset 0)
        and ((select r.set_aside = 0 from sync_run r where r.district_id = $1 and r.id = $2) or not exists (
          select 1 from set_aside_staff s
            join staged_call c on c.district_id = $1 and c.id = s.call_id and c.first_seq is not null
           where s.district_id = $1 and s.run_id = $2 and s.staff_number_key = p.staff_number_key offset 0))
      order by p.id limit $4`,
    [tx.districtId, input.runId, input.after, input.limit],
  );
  return rows.map((row) =>
    entry(
      row,
      'campusNotInHr',
      'VAL-1',
      'HR did not send this staff member. The commit leaves them untouched.',
    ),
  );
}

/** Everyone in Campus whose staff number somebody else has too, spelled alike but for case and blanks (STAFF-1, CHK-1). */
export async function duplicateNumbers(tx: Transaction): Promise<NewEntry[]> {
  const rows = await tx.rows<Row>(
    `select ${PERSON} from person p ${CURRENT}
      where p.district_id = $1 and p.staff_number_key in (
            select d.staff_number_key from person d
             where d.district_id = $1 and d.staff_number_key is not null
             group by d.staff_number_key having count(*) > 1)
      order by p.staff_number_key, p.id`,
    [tx.districtId],
  );
  const reason = 'Several people in Campus have this staff number. Staff Numbers must be unique.';
  return rows.map((row) => entry(row, 'duplicateStaffNumbers', 'CHK-1', reason));
}

const entry = (
  { id, ...campus }: Row,
  section: NewEntry['section'],
  rule: string,
  reason: string,
): NewEntry => ({
  counted: true,
  section,
  personId: id,
  staffNumber: campus.staffNumber,
  campus,
  hr: null,
  fields: [],
  why: { rule, reason },
});
