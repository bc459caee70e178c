import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { unchangedStaff, validation } from '../../../db/schema/validation.ts';
import { validationInputs } from './validation-inputs.ts';

/** The batches in which a validation found people unchanged, by the place of their first record. */
export interface UnchangedBatches {
  validationId: string;
  firstSeqs: ReadonlySet<number>;
}

const batchesOfRun = defineQuery(
  'batches with unchanged people',
  (orm, p: Params<{ runId: string; inputs: string }>) =>
    orm
      .select({ validationId: unchangedStaff.validationId, firstSeq: unchangedStaff.firstSeq })
      .from(syncRun)
      .innerJoin(
        validation,
        and(inDistrict(validation), eq(validation.id, syncRun.validationId), eq(validation.basis, p.inputs)),
      )
      .innerJoin(
        unchangedStaff,
        and(inDistrict(unchangedStaff), eq(unchangedStaff.validationId, validation.id)),
      )
      .where(and(inDistrict(syncRun), eq(syncRun.id, p.runId))),
);

/** What the run's validation found unchanged; undefined if it was made from other settings or reference values than today's. */
export async function unchangedBatches(
  tx: Transaction,
  { runId, today }: { runId: string; today: string },
): Promise<UnchangedBatches | undefined> {
  const rows = await batchesOfRun(tx, { runId, inputs: await validationInputs(tx, today) });
  const [first] = rows;
  return (
    first && {
      validationId: first.validationId,
      firstSeqs: new Set(rows.map(({ firstSeq }) => firstSeq)),
    }
  );
}
