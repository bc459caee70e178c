import type { Context } from '../context.ts';
import { Download } from '../export/download.ts';
import { NotFound } from '../failure.ts';
import type { ErrorEntry } from './schema.ts';

const MOST_CHARACTERS = 250_000;
const MOST_ERRORS = 1_000;
const UNKNOWN = 'There is no such entry in this district’s error log.';

type Stored = Omit<ErrorEntry, 'occurredAt' | 'totalErrors' | 'errors'> & {
  occurredAt: Date;
  errors: ErrorEntry['errors'] | null;
};

/** One entry with its payload, as stored, and what was wrong with which field. @throws NotFound */
export const readError = (ctx: Context, { id }: { id: string }): Promise<ErrorEntry> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await tx.row<Stored>(
      `select e.id, e.occurred_at as "occurredAt", e.action, e.path, e.status, e.message,
              e.staff_number as "staffNumber", e.request_id as "requestId", e.payload is not null as "hasPayload",
              left(e.payload, ${MOST_CHARACTERS}) as payload, coalesce(length(e.payload), 0) as "payloadLength",
              e.errors, c.name as client, e.run_id as "runId"
         from error_log e
         left join api_client c on c.district_id = $1 and c.client_id = e.client_id
        where e.district_id = $1 and e.id = $2`,
      [tx.districtId, id],
    );
    if (!row) throw new NotFound(UNKNOWN);
    const errors = row.errors ?? [];
    return {
      ...row,
      occurredAt: row.occurredAt.toISOString(),
      errors: errors.slice(0, MOST_ERRORS),
      totalErrors: errors.length,
    };
  });

/** The whole payload as a file. @throws NotFound also where the call had none */
export const readPayload = (ctx: Context, { id }: { id: string }): Promise<Download> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await tx.row<{ payload: string | null }>(
      'select payload from error_log where district_id = $1 and id = $2',
      [tx.districtId, id],
    );
    if (!row) throw new NotFound(UNKNOWN);
    if (row.payload === null) throw new NotFound('This call had no payload.');
    return new Download('payload.txt', 'text/plain; charset=utf-8', new Blob([row.payload]).stream());
  });
