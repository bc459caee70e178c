import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { cursorKey, page } from '../../paging.ts';
import { goneOfRun, NoLongerKept } from '../../retention/gone.ts';
import { RETENTION_TEXTS } from '../../retention/texts.ts';
import { dateIn } from '../../time/date-in.ts';
import { runById } from '../run/run.ts';
import type { Outcome, SyncResult } from '../schema.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { withNamesAsSent } from './names-as-sent.ts';
import type { ResultOrder } from './result-orders.ts';
import type { ResultFilter, ResultPlace, ResultRow } from './result-rows.ts';
import { pageOfResults } from './results-by-name.ts';

export type StaffResult = Omit<ResultRow, 'seq' | 'key'>;

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

/** @throws NotFound for an unknown run, and once its results are gone */
export async function assertKept(ctx: Context, tx: Transaction, runId: string): Promise<void> {
  if (!(await runById(tx, runId))) throw unknownRun();
  const since = await goneOfRun(tx, runId, 'results');
  if (since) throw new NoLongerKept(RETENTION_TEXTS.resultsGone(dateIn(ctx.district.timeZone, since)));
}

/**
 * Per-person results of a commit or an undo as HR sent them, or sorted, each person once (SYNC-8). Those of
 * unchanged people are kept for some days only. @throws NotFound for an unknown run, and once its results are gone
 */
export function runResults(
  ctx: Context,
  input: ResultFilter & { order?: ResultOrder | undefined; cursor?: string[]; limit: number },
): Promise<{ data: StaffResult[]; nextCursor: string | null; cursor?: string[] }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await assertKept(ctx, tx, input.runId);
    const rows = await pageOfResults(tx, { ...input, after: placeOf(input), limit: input.limit + 1 });
    const { data, nextCursor } = page(rows, input.limit, cursorOf);
    const last = data.at(-1);
    const cursor = nextCursor === null || !last ? undefined : cursorOf(last);
    const named = await withNamesAsSent(tx, input.runId, data);
    return { data: named.map(({ seq: _, key: __, ...result }) => result), nextCursor, cursor };
  });
}

/** The place and, of a sorted list, what the row is sorted by. */
const cursorOf = ({ seq, key }: ResultRow): string[] => [key ? `${seq} ${key}` : String(seq)];

/** @throws Invalid for a cursor of another list */
function placeOf({
  cursor,
  order,
}: {
  cursor?: string[];
  order?: ResultOrder | undefined;
}): ResultPlace | undefined {
  const place = cursorKey(cursor, order ? /^\d{1,9}( .*)?$/s : /^\d{1,9}$/);
  if (place === undefined) return undefined;
  const [seq = ''] = place.split(' ', 1);
  return { seq: Number(seq), key: place.slice(seq.length + 1) || null };
}
