import type { Transaction } from '../../../db/client.ts';

/**
 * What every plan is made from besides the person: the day, the district's settings and its reference values (REF-2), as
 * a text that is another one when any of them is.
 */
export async function basisOf(tx: Transaction, today: string): Promise<string> {
  const [basis] = await tx.tuples<[string]>(
    `select concat_ws(' ', $2::text, d.keep_unlisted_positions, (
              select md5(string_agg(v.text, e'\\n' order by v.text))
                from (select concat_ws(' ', 'school', school_number, active, name) as text
                        from school where district_id = $1
                      union all
                      select concat_ws(' ', 'gender', code, active, description) from gender where district_id = $1
                      union all
                      select concat_ws(' ', 'assignment code', code, active, description)
                        from assignment_code where district_id = $1
                      union all
                      select concat_ws(' ', 'title', code, active, description)
                        from title where district_id = $1) as v))
       from district d where d.id = $1`,
    [tx.districtId, today],
  );
  return basis?.[0] ?? '';
}
