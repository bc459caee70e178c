import { and, count, desc, max, sql } from 'drizzle-orm';
import { defineSearch } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { FULLEST, matches, type Narrowed, narrowed } from './narrowing.ts';
import type { ErrorCause, Narrowing } from './schema.ts';

/** The most frequent causes are listed. */
const MAX_CAUSES = 100;

const mostFrequentCauses = defineSearch(
  'causes of errors, the most frequent first',
  (orm, asked: Narrowed) => {
    const entries = count();
    const lastAt = max(errorLog.occurredAt);
    const cause = orm
      .select({ cause: errorLog.cause, entries: entries.as('entries'), lastAt: lastAt.as('last_at') })
      .from(errorLog)
      .where(matches(asked))
      .groupBy(errorLog.cause)
      .orderBy(desc(entries), desc(lastAt))
      .limit(MAX_CAUSES)
      .as('cause');
    const latest = orm
      .select({ status: errorLog.status, message: errorLog.message })
      .from(errorLog)
      .where(
        and(
          matches(asked),
          sql`${errorLog.occurredAt} = ${cause.lastAt}`,
          sql`${errorLog.cause} is not distinct from ${cause.cause}`,
        ),
      )
      .orderBy(desc(errorLog.id))
      .limit(1)
      .as('latest');
    return orm
      .select({
        cause: cause.cause,
        entries: cause.entries,
        lastAt: sql<Date>`${cause.lastAt}`.mapWith(errorLog.occurredAt),
        status: latest.status,
        message: latest.message,
      })
      .from(cause)
      .crossJoinLateral(latest)
      .orderBy(desc(cause.entries), desc(cause.lastAt));
  },
  FULLEST,
);

/** What the entries have in common, the most frequent cause first, each with its latest message (ERR-3). */
export const listCauses = (ctx: Context, asked: Narrowing): Promise<ErrorCause[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await mostFrequentCauses(tx, await narrowed(ctx, tx, asked));
    return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }));
  });
