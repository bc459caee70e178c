import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { difference } from '../../../db/schema/validation.ts';

const sentNames = defineQuery(
  'names of refused and new people as HR sent them',
  (orm, p: Params<{ runId: string; staffNumbers: readonly string[] }>) =>
    orm
      .select({
        staffNumber: sql<string>`${difference.staffNumber}`,
        name: sql<string>`concat_ws(', ', ${difference.hr} ->> 'lastName', ${difference.hr} ->> 'firstName')`,
      })
      .from(syncRun)
      .innerJoin(difference, and(inDistrict(difference), eq(difference.validationId, syncRun.validationId)))
      .where(
        and(
          inDistrict(syncRun),
          eq(syncRun.id, p.runId),
          inArray(difference.section, ['errors', 'hrNotInCampus']),
          isOneOf(difference.staffNumber, p.staffNumbers),
        ),
      ),
);

/** Fills in the names of people whom the commit did not write, from the validation report that the commit was made from. */
export async function withNamesAsSent<R extends { staffNumber: string; name: string | null }>(
  tx: Transaction,
  runId: string,
  rows: R[],
): Promise<R[]> {
  const staffNumbers = rows.filter(({ name }) => name === null).map(({ staffNumber }) => staffNumber);
  if (staffNumbers.length === 0) return rows;
  const found = await sentNames(tx, { runId, staffNumbers });
  const names = new Map(found.map(({ staffNumber, name }) => [staffNumber, name || null]));
  return rows.map((row) => ({ ...row, name: row.name ?? names.get(row.staffNumber) ?? null }));
}
