import { and, eq, type SQL, sql } from 'drizzle-orm';
import { syncResult } from '../../../db/schema/sync.ts';
import type { RunOutcome } from '../schema.ts';

/** As the index of results by outcome says it, which leaves the unchanged out: Postgres compares texts, not what they mean. */
export const IS_NOT_UNCHANGED: SQL = sql`${syncResult.outcome} <> 'unchanged'`;

/** Results with this outcome. */
export const hasOutcome = (outcome: RunOutcome): SQL | undefined =>
  and(eq(syncResult.outcome, outcome), outcome === 'unchanged' ? undefined : IS_NOT_UNCHANGED);
