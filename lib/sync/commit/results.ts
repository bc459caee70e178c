import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { cursorPlace, page } from '../../paging.ts';
import { runById } from '../run/run.ts';
import type { Outcome, SyncResult } from '../schema.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { withNamesAsSent } from './names-as-sent.ts';
import { type ResultFilter, type ResultRow, resultRows } from './result-rows.ts';

export type StaffResult = Omit<ResultRow, 'seq'>;

/** To HR: the results of a commit. HR does not see an undo, because it is not a commit of HR. @throws NotFound */
export async function commitResults(
  ctx: Context,
  input: { runId: string; outcome?: Outcome; cursor?: string[]; limit: number },
): Promise<{ data: SyncResult[]; nextCursor: string | null; cursor?: string[] }> {
  const run = await ctx.db.inDistrict(ctx.district.id, (tx) => runById(tx, input.runId));
  if (run?.kind !== 'synchronization') throw unknownRun();
  return (await runResults(ctx, input)) as { data: SyncResult[]; nextCursor: string | null };
}

const unknownRun = () => new NotFound(SYNC_TEXTS.unknownRun());

/** Per-person results of a commit or an undo in order, each person once (SYNC-8). @throws NotFound for an unknown run */
export function runResults(
  ctx: Context,
  input: ResultFilter & { cursor?: string[]; limit: number },
): Promise<{ data: StaffResult[]; nextCursor: string | null; cursor?: string[] }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if (!(await runById(tx, input.runId))) throw unknownRun();
    const after = cursorPlace(input.cursor);
    const rows = await resultRows(tx, { ...input, after, limit: input.limit + 1 });
    const { data, nextCursor } = page(rows, input.limit, ({ seq }) => [String(seq)]);
    const cursor = nextCursor === null ? undefined : [String(data.at(-1)?.seq)];
    const named = await withNamesAsSent(tx, input.runId, data);
    return { data: named.map(({ seq: _, ...result }) => result), nextCursor, cursor };
  });
}
