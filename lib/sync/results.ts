import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { runById } from './run.ts';
import type { Outcome, SyncResult } from './schema.ts';

export interface ResultsPage {
  data: SyncResult[];
  /** The `seq` to go on behind; null at the end. */
  next: number | null;
}

/** Per-person results of a commit in staged order, each person once (SYNC-8). @throws NotFound for an unknown run */
export function runResults(
  ctx: Context,
  input: { runId: string; outcome?: Outcome; after?: number; limit: number },
): Promise<ResultsPage> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if (!(await runById(tx, input.runId)))
      throw new NotFound('There is no such synchronisation in this district.');
    const rows = await tx.rows<SyncResult & { seq: number }>(
      `select seq, staff_number as "staffNumber", outcome, warnings, errors from sync_result
        where district_id = $1 and run_id = $2 and seq > $3 and ($4::text is null or outcome = $4)
        order by seq limit $5`,
      [tx.districtId, input.runId, input.after ?? -1, input.outcome ?? null, input.limit + 1],
    );
    const page = rows.slice(0, input.limit);
    return {
      data: page.map(({ seq: _, ...result }) => result),
      next: rows.length > input.limit ? (page.at(-1)?.seq ?? null) : null,
    };
  });
}
