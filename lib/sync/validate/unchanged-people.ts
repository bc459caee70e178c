import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { unchangedStaff, validation } from '../../../db/schema/validation.ts';
import { runValueMaps } from '../batch/value-maps.ts';
import { planInputs, validationInputs } from './plan-inputs.ts';

/** A row of people whom a validation found unchanged, and the first and last of their places in staged order. */
export interface UnchangedPeople {
  validationId: string;
  firstSeq: number;
  lastSeq: number;
}

const rowsOfRun = defineQuery(
  'rows of unchanged people',
  (orm, p: Params<{ runId: string; inputs: string }>) =>
    orm
      .select({
        validationId: unchangedStaff.validationId,
        firstSeq: unchangedStaff.firstSeq,
        lastSeq: sql<number>`${unchangedStaff.seqs}[cardinality(${unchangedStaff.seqs})]`,
      })
      .from(syncRun)
      .innerJoin(
        validation,
        and(inDistrict(validation), eq(validation.id, syncRun.validationId), eq(validation.basis, p.inputs)),
      )
      .innerJoin(
        unchangedStaff,
        and(inDistrict(unchangedStaff), eq(unchangedStaff.validationId, validation.id)),
      )
      .where(and(inDistrict(syncRun), eq(syncRun.id, p.runId)))
      .orderBy(unchangedStaff.firstSeq),
);

/** Whom the run's validation found unchanged; nobody if it was made from other settings or reference values than today's. */
export async function unchangedPeople(
  tx: Transaction,
  { runId, today }: { runId: string; today: string },
): Promise<UnchangedPeople[]> {
  const inputs = validationInputs({ basis: await planInputs(tx, await runValueMaps(tx, runId)), today });
  return rowsOfRun(tx, { runId, inputs });
}
