import { count, desc, sql } from 'drizzle-orm';
import { defineSearch } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { FULLEST, matches, type Narrowed, narrowed } from './narrowing.ts';
import type { ErrorRow, ErrorsFound, Narrowing } from './schema.ts';

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
};

const errorsOnPage = defineSearch(
  'errors of the log, a page',
  (orm, { limit, offset, ...asked }: Narrowed & { limit: number; offset: number }) =>
    orm
      .select(ERROR_COLUMNS)
      .from(errorLog)
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

const view = (row: Awaited<ReturnType<typeof errorsOnPage>>[number]): ErrorRow => ({
  ...row,
  occurredAt: row.occurredAt.toISOString(),
});

/** How many entries there are in all, whatever page. */
export const countErrors = (ctx: Context, asked: Narrowing): Promise<number> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [row] = await errorsCounted(tx, await narrowed(ctx, tx, asked));
    return row?.total ?? 0;
  });
