import { and, desc, sql } from 'drizzle-orm';
import { defineSearch } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import { errorLog } from '../../db/schema/records.ts';
import { inBatches } from '../concurrency/in-batches.ts';
import type { Context } from '../context.ts';
import { clientOfEntry, ERROR_COLUMNS } from './list-errors.ts';
import { FULLEST, matches, type Narrowed, narrowed } from './narrowing.ts';
import type { Narrowing } from './schema.ts';

const BATCH_ROWS = 250;

const errorsAfter = defineSearch(
  'errors of the log after one, with payloads',
  (orm, { last, payloadChars, ...asked }: Narrowed & { last?: Place; payloadChars: number }) =>
    orm
      .select({
        ...ERROR_COLUMNS,
        /** As much of it as was asked for. */
        payload: sql<string | null>`left(${errorLog.payload}, ${payloadChars})`,
        payloadLength: sql<number>`coalesce(length(${errorLog.payload}), 0)`,
      })
      .from(errorLog)
      .leftJoin(apiClient, clientOfEntry)
      .where(and(matches(asked), last && isAfter(last)))
      .orderBy(desc(errorLog.occurredAt), desc(errorLog.id))
      .limit(BATCH_ROWS),
  {
    ...FULLEST,
    last: { occurredAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' },
    payloadChars: 1,
  },
);

interface Place {
  occurredAt: Date;
  id: string;
}

const isAfter = ({ occurredAt, id }: Place) =>
  sql`(${errorLog.occurredAt}, ${errorLog.id}) < (${sql.param(occurredAt, errorLog.occurredAt)}, ${id}::uuid)`;

export type ExportedError = Awaited<ReturnType<typeof errorsAfter>>[number];

/**
 * All entries that match, newest first, in batches that each are a transaction of their own.
 * @param payloadChars how much of each payload comes along
 */
export async function* allErrors(
  ctx: Context,
  asked: Narrowing,
  { payloadChars }: { payloadChars: number },
): AsyncGenerator<ExportedError[]> {
  const search = await ctx.db.inDistrict(ctx.district.id, (tx) => narrowed(ctx, tx, asked));
  yield* inBatches<ExportedError>(BATCH_ROWS, (last) =>
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      errorsAfter(tx, { ...search, payloadChars, ...(last && { last }) }),
    ),
  );
}
