import { and, eq, sql } from 'drizzle-orm';
import { inDistrict, json } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import { errorLog } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { Download } from '../export/download.ts';
import { NotFound } from '../failure.ts';
import { clientOfEntry, ERROR_COLUMNS, view } from './list-errors.ts';
import type { ErrorEntry } from './schema.ts';
import { ERROR_LOG_TEXTS } from './texts.ts';

const MAX_PAYLOAD_CHARS = 250_000;
const MAX_ERRORS = 1_000;

const errorById = defineQuery('an error of the log by id', (orm, p: Params<{ id: string }>) =>
  orm
    .select({
      ...ERROR_COLUMNS,
      payload: sql<string | null>`left(${errorLog.payload}, ${MAX_PAYLOAD_CHARS})`,
      payloadLength: sql<number>`coalesce(length(${errorLog.payload}), 0)`,
      errors: json<ErrorEntry['errors'] | null>(errorLog.errors),
      runId: errorLog.runId,
    })
    .from(errorLog)
    .leftJoin(apiClient, clientOfEntry)
    .where(and(inDistrict(errorLog), eq(errorLog.id, p.id))),
);

const payloadById = defineQuery('an error’s payload', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ payload: errorLog.payload })
    .from(errorLog)
    .where(and(inDistrict(errorLog), eq(errorLog.id, p.id))),
);

/** One entry with its payload, as stored, and what was wrong with which field. @throws NotFound */
export const readError = (ctx: Context, { id }: { id: string }): Promise<ErrorEntry> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await errorById.first(tx, { id });
    if (!row) throw new NotFound(ERROR_LOG_TEXTS.noEntry());
    const errors = row.errors ?? [];
    return {
      ...view(row),
      errors: errors.slice(0, MAX_ERRORS),
      totalErrors: errors.length,
    };
  });

/** The whole payload as a file. @throws NotFound also where the call had none */
export const readPayload = (ctx: Context, { id }: { id: string }): Promise<Download> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await payloadById.first(tx, { id });
    if (!row) throw new NotFound(ERROR_LOG_TEXTS.noEntry());
    if (row.payload === null) throw new NotFound(ERROR_LOG_TEXTS.noPayload());
    return new Download('payload.txt', 'text/plain; charset=utf-8', new Blob([row.payload]).stream());
  });
