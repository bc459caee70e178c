import type { Transaction } from '../../../db/client.ts';
import { beginsWith } from '../../text/begins-with.ts';
import { nameKey } from '../../text/name-key.ts';
import type { RunOutcome, RunResult } from '../schema.ts';

/** What results are narrowed to: an outcome; a part of a staff number, or how a last or first name begins. */
export interface ResultFilter {
  runId: string;
  outcome?: RunOutcome;
  search?: string;
}

/** A result with whom it is about, as Campus has them now; null where the commit made nobody of the record. */
export type ResultRow = RunResult & { seq: number; personId: string | null; name: string | null };

/** Results of a commit or an undo behind a place in staged order, each person once (SYNC-8). */
export function resultRows(
  tx: Transaction,
  { runId, outcome, search = '' }: ResultFilter,
  { after, limit }: { after: number; limit: number },
): Promise<ResultRow[]> {
  const values: unknown[] = [tx.districtId, runId, after, limit];
  const place = (value: unknown) => `$${values.push(value)}`;
  const text = nameKey(search);
  const narrowed = [
    ...(outcome ? [`r.outcome = ${place(outcome)}`] : []),
    ...(text
      ? [
          `(position(${place(text)} in lower(r.staff_number)) > 0 or r.person_id in (
              select n.person_id from identity n
               where n.district_id = $1 and n.current
                 and (${beginsWith('n.last_name_key', text, place)} or ${beginsWith('n.first_name_key', text, place)})))`,
        ]
      : []),
  ];
  return tx.rows(
    `select r.*, i.last_name || ', ' || i.first_name as name
       from (select r.seq, r.staff_number as "staffNumber", r.outcome, r.person_id as "personId", r.warnings, r.errors
               from sync_result r
              where ${['r.district_id = $1 and r.run_id = $2 and r.seq > $3', ...narrowed].join(' and ')}
              order by r.seq limit $4) r
       left join identity i on i.district_id = $1 and i.person_id = r."personId" and i.current
      order by r.seq`,
    values,
  );
}
