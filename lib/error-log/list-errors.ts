import { and, count, desc, eq, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineSearch } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import { errorLog } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { FULLEST, matches, type Narrowed, narrowed } from './narrowing.ts';
import type { ErrorState, ErrorsFound, Narrowing } from './schema.ts';

/** What the log's table and its exports show of an entry. */
export const ERROR_COLUMNS = {
  id: errorLog.id,
  occurredAt: errorLog.occurredAt,
  action: errorLog.action,
  path: errorLog.path,
  status: errorLog.status,
  /** With how many calls the entry counts. */
  message: sql<string>`case when ${errorLog.repeatKey} is null then ${errorLog.message} else ${errorLog.message} || ' ' || to_char(${errorLog.calls}, 'FM999,999,999') || case when ${errorLog.calls} = 1 then ' call' else ' calls' end || ' in this minute, from ' || coalesce(${errorLog.address}, 'several network addresses') || '.' end`,
  staffNumber: errorLog.staffNumber,
  requestId: errorLog.requestId,
  hasPayload: sql<boolean>`${errorLog.payload} is not null`,
  client: apiClient.name,
  state: sql<ErrorState>`${errorLog.state}`,
  stateBy: errorLog.stateBy,
  stateAt: errorLog.stateAt,
};

/** The client of an entry, to join. */
export const clientOfEntry = and(inDistrict(apiClient), eq(apiClient.clientId, errorLog.clientId));

const errorsOnPage = defineSearch(
  'errors of the log, a page',
  (orm, { limit, offset, ...asked }: Narrowed & { limit: number; offset: number }) =>
    orm
      .select(ERROR_COLUMNS)
      .from(errorLog)
      .leftJoin(apiClient, clientOfEntry)
      .where(matches(asked))
      .orderBy(desc(errorLog.occurredAt), desc(errorLog.id))
      .limit(limit)
      .offset(offset),
  { ...FULLEST, limit: 1, offset: 0 },
);

const errorsCounted = defineSearch(
  'how many errors of the log match',
  (orm, asked: Narrowed) => orm.select({ total: count() }).from(errorLog).where(matches(asked)),
  FULLEST,
);

/** One page of the log, newest first, and whether there are more (ERR-1, ERR-3). */
export const listErrors = (
  ctx: Context,
  { page, limit, ...asked }: Narrowing & { page: number; limit: number },
): Promise<ErrorsFound> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const place = { limit: limit + 1, offset: (page - 1) * limit };
    const rows = await errorsOnPage(tx, { ...(await narrowed(ctx, tx, asked)), ...place });
    return { data: rows.slice(0, limit).map(view), more: rows.length > limit };
  });

/** Moments as the API writes them. */
export const view = <R extends { occurredAt: Date; stateAt: Date | null }>(row: R) => ({
  ...row,
  occurredAt: row.occurredAt.toISOString(),
  stateAt: row.stateAt?.toISOString() ?? null,
});

/** How many entries there are in all, whatever page. */
export const countErrors = (ctx: Context, asked: Narrowing): Promise<number> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [row] = await errorsCounted(tx, await narrowed(ctx, tx, asked));
    return row?.total ?? 0;
  });
