import { and, eq, gt, or, sql } from 'drizzle-orm';
import { beginsWith } from '../../../db/begins-with.ts';
import { inDistrict, json, lower } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { personName } from '../../../db/person-name.ts';
import { defineSearch } from '../../../db/query.ts';
import { identity } from '../../../db/schema/person.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { nameKey } from '../../text/name-key.ts';
import type { RunOutcome, RunResult } from '../schema.ts';

/** What results are narrowed to: an outcome; a part of a staff number, or how a last or first name begins. */
export interface ResultFilter {
  runId: string;
  outcome?: RunOutcome | undefined;
  search?: string | undefined;
}

/** Results of a commit or an undo after a place in staged order, each person once (SYNC-8), with the names in Campus now. */
export const resultRows = defineSearch(
  'results of a run after a place',
  (orm, { runId, outcome, search = '', after, limit }: ResultFilter & { after: number; limit: number }) => {
    const text = search.trim();
    const result = orm
      .select({
        seq: syncResult.seq,
        staffNumber: syncResult.staffNumber,
        outcome: syncResult.outcome,
        personId: syncResult.personId,
        warnings: syncResult.warnings,
        errors: syncResult.errors,
      })
      .from(syncResult)
      .where(
        and(
          inDistrict(syncResult),
          eq(syncResult.runId, runId),
          gt(syncResult.seq, after),
          outcome && eq(syncResult.outcome, outcome),
          text ? isOf(orm, text) : undefined,
        ),
      )
      .orderBy(syncResult.seq)
      .limit(limit)
      .as('result');
    return orm
      .select({
        seq: result.seq,
        staffNumber: result.staffNumber,
        outcome: sql<RunOutcome>`${result.outcome}`,
        /** Null where the commit made nobody of the record. */
        personId: result.personId,
        warnings: json<RunResult['warnings']>(result.warnings),
        errors: json<RunResult['errors']>(result.errors),
        name: sql<string | null>`${personName}`,
      })
      .from(result)
      .leftJoin(identity, and(inDistrict(identity), eq(identity.personId, result.personId), identity.current))
      .orderBy(result.seq);
  },
  { runId: '00000000-0000-0000-0000-000000000000', outcome: 'failed', search: 'a', after: 0, limit: 1 },
);

export type ResultRow = Awaited<ReturnType<typeof resultRows>>[number];

/** The staff number contains the text, or the person's name begins with it. */
function isOf(orm: Orm, text: string) {
  const key = nameKey(text);
  const named = orm
    .select({ personId: identity.personId })
    .from(identity)
    .where(
      and(
        inDistrict(identity),
        identity.current,
        or(beginsWith(identity.lastNameKey, key), beginsWith(identity.firstNameKey, key)),
      ),
    );
  return or(
    sql`position(${text.toLowerCase()} in ${lower(syncResult.staffNumber)}) > 0`,
    sql`${syncResult.personId} in ${named}`,
  );
}
