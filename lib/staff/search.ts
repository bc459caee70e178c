import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { ssnIndex } from '../crypto/seal-ssn.ts';
import { cursorId, page } from '../paging.ts';
import { staffNumberKey } from '../record/record.ts';
import { beginsWith } from '../text/begins-with.ts';
import { nameKey } from '../text/name-key.ts';
import type { StaffMember } from './answer.ts';
import { staffMembers } from './read-staff.ts';

/** All that are given must fit; names fit by their beginning, without case and accents (SRCH-2). */
export interface StaffSearch {
  staffNumber?: string;
  lastName?: string;
  firstName?: string;
  /** Work or personal, without case. */
  email?: string;
  birthDate?: string;
  /** Nine digits. */
  ssn?: string;
  /** ISO time: changed since then. */
  updatedSince?: string;
  /** Also those without a position, whom "searching for Staff" would not find (SRCH-1). */
  includeIncomplete?: boolean;
  limit: number;
  cursor?: string[];
}

/** Staff of the district, page by page. */
export function searchStaff(
  ctx: Context,
  search: StaffSearch,
): Promise<{ data: StaffMember[]; nextCursor: string | null }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const found = await find(ctx, tx, search);
    const { data, nextCursor } = page(found, search.limit, ({ id }) => [id]);
    return {
      data: await staffMembers(
        ctx,
        tx,
        data.map(({ id }) => id),
      ),
      nextCursor,
    };
  });
}

/** Only what is asked for is in the statement: each combination gets the plan that fits it. */
function find(ctx: Context, tx: Transaction, search: StaffSearch): Promise<{ id: string }[]> {
  const values: unknown[] = [tx.districtId];
  const conditions: string[] = [];
  const where = (condition: (place: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  const { staffNumber, lastName, firstName, email, birthDate, ssn, updatedSince, cursor } = search;
  if (staffNumber) where((n) => `p.staff_number_key = ${n}`, staffNumberKey(staffNumber));
  const place = (value: string) => `$${values.push(value)}`;
  if (lastName) conditions.push(beginsWith('i.last_name_key', nameKey(lastName), place));
  if (firstName) conditions.push(beginsWith('i.first_name_key', nameKey(firstName), place));
  if (email)
    where(
      (n) => `(lower(p.work_email) = ${n} or lower(p.personal_email) = ${n})`,
      email.trim().toLowerCase(),
    );
  if (birthDate) where((n) => `p.birth_date = ${n}`, birthDate);
  if (ssn) where((n) => `p.ssn_index = ${n}`, ssnIndex(ctx.keys, tx.districtId, ssn));
  if (updatedSince) where((n) => `p.updated_at >= ${n}`, updatedSince);
  const after = cursorId(cursor);
  if (after) where((n) => `p.id > ${n}`, after);
  values.push(search.limit + 1);
  return tx.rows(
    `select p.id from person p
       ${lastName || firstName ? 'join identity i on i.district_id = $1 and i.person_id = p.id and i.current' : ''}
      where p.district_id = $1 and ${search.includeIncomplete ? STAFF : COMPLETE}
        ${conditions.map((condition) => `and ${condition}`).join('\n        ')}
      order by p.id limit $${values.length}`,
    values,
  );
}

const COMPLETE = `exists (select 1 from district_assignment a where a.district_id = $1 and a.person_id = p.id)`;
/** "A person is staff by a Local Staff Number, a District Employment or a District Assignment." */
const STAFF = `(p.staff_number_key is not null or ${COMPLETE}
          or exists (select 1 from employment e where e.district_id = $1 and e.person_id = p.id))`;
