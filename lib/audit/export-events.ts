import { inBatches } from '../concurrency/in-batches.ts';
import type { Context } from '../context.ts';
import { type CsvColumns, csvStream } from '../export/csv.ts';
import { Download } from '../export/download.ts';
import { localTime } from '../export/local-time.ts';
import { readEvents } from './read-events.ts';
import type { AuditEvent, AuditNarrowing } from './schema.ts';

const BATCH_SIZE = 1_000;

/** All events that match, as CSV. */
export const exportEvents = (ctx: Context, narrowing: AuditNarrowing): Download => {
  const columns: CsvColumns<AuditEvent> = [
    ['Date', (e) => localTime(new Date(e.occurredAt), ctx.district.timeZone)],
    ['Who', (e) => e.actor],
    ['Username or Client ID', (e) => e.actorLogin],
    ['Network Address', (e) => e.address],
    ['What Happened', (e) => e.sentence.map(({ text }) => text).join('')],
    ['Action', (e) => e.action],
    ['Target', (e) => e.target],
    ['Details', (e) => (e.detail ? JSON.stringify(e.detail) : null)],
    ['Request ID', (e) => e.requestId],
  ];
  return new Download(
    'audit-log.csv',
    'text/csv; charset=utf-8',
    csvStream(columns, batches(ctx, narrowing)),
  );
};

/** Each batch in its own transaction. */
const batches = (ctx: Context, narrowing: AuditNarrowing): AsyncGenerator<AuditEvent[]> =>
  inBatches<AuditEvent>(BATCH_SIZE, (last) =>
    ctx.db.inDistrict(ctx.district.id, (tx) => readEvents(ctx, tx, narrowing, { limit: BATCH_SIZE, last })),
  );
