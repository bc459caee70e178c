import type { Context } from '../context.ts';
import { type CsvColumns, csvStream } from '../export/csv.ts';
import { Download } from '../export/download.ts';
import { localTime } from '../export/local-time.ts';
import { readEvents } from './read-events.ts';
import type { AuditEvent, AuditNarrowing } from './schema.ts';

const BATCH = 1_000;

/** The audit log as narrowed, all of it, as CSV. */
export const exportEvents = (ctx: Context, narrowing: AuditNarrowing): Download => {
  const columns: CsvColumns<AuditEvent> = [
    ['Date', (e) => localTime(new Date(e.occurredAt), ctx.district.timeZone)],
    ['Who', (e) => e.actor],
    ['Action', (e) => e.action],
    ['Target', (e) => e.target],
    ['Name', (e) => e.targetName],
    ['Details', (e) => (e.detail ? JSON.stringify(e.detail) : null)],
    ['Request ID', (e) => e.requestId],
  ];
  return new Download(
    'audit-log.csv',
    'text/csv; charset=utf-8',
    csvStream(columns, batches(ctx, narrowing)),
  );
};

/** A thousand at a time, each in a transaction of its own. */
async function* batches(ctx: Context, narrowing: AuditNarrowing): AsyncGenerator<AuditEvent[]> {
  let behind: AuditEvent | undefined;
  do {
    const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      readEvents(ctx, tx, narrowing, { limit: BATCH, behind }),
    );
    if (rows.length > 0) yield rows;
    behind = rows.length === BATCH ? rows.at(-1) : undefined;
  } while (behind);
}
