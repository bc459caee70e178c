import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { cursorPlace, page } from '../http/list.ts';
import { runById } from './run.ts';
import type { Outcome, RunOutcome, RunResult, SyncResult } from './schema.ts';

/** To HR: the results of a commit. An undo is no commit of theirs. @throws NotFound */
export async function commitResults(
  ctx: Context,
  input: { runId: string; outcome?: Outcome; cursor?: string[]; limit: number },
): Promise<{ data: SyncResult[]; nextCursor: string | null; cursor?: string[] }> {
  const run = await ctx.db.inDistrict(ctx.district.id, (tx) => runById(tx, input.runId));
  if (!run || run.undoes) throw unknownRun();
  return (await runResults(ctx, input)) as { data: SyncResult[]; nextCursor: string | null };
}

const unknownRun = () => new NotFound('There is no such synchronisation in this district.');

/** Per-person results of a commit or an undo in order, each person once (SYNC-8). @throws NotFound for an unknown run */
export function runResults(
  ctx: Context,
  input: { runId: string; outcome?: RunOutcome; cursor?: string[]; limit: number },
): Promise<{ data: RunResult[]; nextCursor: string | null; cursor?: string[] }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if (!(await runById(tx, input.runId))) throw unknownRun();
    const rows = await tx.rows<RunResult & { seq: number }>(
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
