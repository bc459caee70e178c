import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { cursorPlace, page } from '../http/list.ts';
import { runById } from './run.ts';
import type { Outcome, SyncResult } from './schema.ts';

/** Per-person results of a commit in staged order, each person once (SYNC-8). @throws NotFound for an unknown run */
export function runResults(
  ctx: Context,
  input: { runId: string; outcome?: Outcome; cursor?: string[]; limit: number },
): Promise<{ data: SyncResult[]; nextCursor: string | null; cursor?: string[] }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if (!(await runById(tx, input.runId)))
      throw new NotFound('There is no such synchronisation in this district.');
    const rows = await tx.rows<SyncResult & { seq: number }>(
      `select seq, staff_number as "staffNumber", outcome, warnings, errors from sync_result
        where district_id = $1 and run_id = $2 and seq > $3 and ($4::text is null or outcome = $4)
        order by seq limit $5`,
      [tx.districtId, input.runId, cursorPlace(input.cursor), input.outcome ?? null, input.limit + 1],
    );
    const { data, nextCursor } = page(rows, input.limit, ({ seq }) => [String(seq)]);
    const cursor = nextCursor === null ? undefined : [String(data.at(-1)?.seq)];
    return { data: data.map(({ seq: _, ...result }) => result), nextCursor, cursor };
  });
}
