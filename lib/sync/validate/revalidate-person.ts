import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { person } from '../../../db/schema/person.ts';
import { stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { validation } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { Totals } from '../../report/difference-writer.ts';
import type { Facets } from '../../report/people/facets.ts';
import { replaceEntries } from '../../report/replace-entries.ts';
import type { Summary } from '../../report/schema.ts';
import { planBatch } from '../batch/plan-batch.ts';
import { readStaged, stagedTitles } from '../batch/staged.ts';
import { runValueMaps } from '../batch/value-maps.ts';
import { holdOf } from '../guards/hold.ts';
import { holdFence } from '../run/fence.ts';
import type { RunRow } from '../run/run.ts';
import { readSettings } from '../settings.ts';
import { finishValidation, reportWarnings } from './build-report.ts';
import { entriesOf } from './entries-of.ts';
import { hasSameBasis, planInputs } from './plan-inputs.ts';

const lineOfNumber = defineQuery(
  'where a staff number is staged',
  (orm, p: Params<{ runId: string; key: string }>) =>
    orm
      .select({
        callId: stagedCall.id,
        firstSeq: sql<number>`${stagedCall.firstSeq}`,
        line: stagedStaff.line,
      })
      .from(stagedCall)
      .innerJoin(stagedStaff, and(inDistrict(stagedStaff), eq(stagedStaff.callId, stagedCall.id)))
      .where(
        and(
          inDistrict(stagedCall),
          eq(stagedCall.runId, p.runId),
          isNotNull(stagedCall.firstSeq),
          eq(stagedStaff.staffNumberKey, p.key),
        ),
      ),
);
const completeReport = defineQuery('the figures of a report, locked', (orm, p: Params<{ id: string }>) =>
  orm
    .select({
      inputs: validation.basis,
      summary: json<Summary>(validation.summary),
      totals: json<Totals>(validation.totals),
      facets: json<Facets>(validation.facets),
    })
    .from(validation)
    .where(and(inDistrict(validation), eq(validation.id, p.id)))
    .for('update'),
);
const holdersOf = defineQuery('who has a staff number', (orm, p: Params<{ key: string }>) =>
  orm
    .select({ id: person.id })
    .from(person)
    .where(and(inDistrict(person), eq(person.staffNumberKey, p.key)))
    .limit(2),
);

interface Renumbered {
  personId: string;
  /** The number the person has now, HR's. */
  staffNumber: string;
  previousNumber: string | null;
}

/**
 * Validates the record of one person again, after the person got HR's number (CMB-3): it is planned as the validation and
 * the commit plan it, and its entries and the figures of the report are replaced in the caller's transaction, which holds
 * the lock of the runs.
 * @returns false if only a whole validation can tell: a job is at work, the commit is held for what the report said, or
 *   settings, codes or mappings are others than the report was made from
 */
export async function revalidatePerson(
  ctx: Context,
  tx: Transaction,
  run: RunRow,
  { personId, staffNumber, previousNumber }: Renumbered,
): Promise<boolean> {
  const { id: runId, validationId, attempt } = run;
  if (run.status !== 'validated' || !validationId || run.jobKind || (await holdOf(tx, run))) return false;
  await holdFence(tx, { runId, attempt });
  const valueMaps = await runValueMaps(tx, runId);
  const report = await completeReport.first(tx, { id: validationId });
  const staged = await lineOfNumber.first(tx, { runId, key: staffNumberKey(staffNumber) });
  if (!report || !staged || !hasSameBasis(report.inputs, await planInputs(tx, valueMaps))) return false;
  const { callId, firstSeq, line } = staged;
  const planned = await planBatch(
    ctx,
    tx,
    await readStaged(ctx.keys, tx, [{ callId, firstSeq, from: line, to: line + 1 }]),
    {
      valueMaps,
      describedTitles: await stagedTitles(tx, runId),
      keepUnlistedPositions: (await readSettings(tx)).keepUnlistedPositions,
    },
  );
  const { inputs: _, ...figures } = report;
  const left = previousNumber ? await holdersOf(tx, { key: staffNumberKey(previousNumber) }) : [];
  const noTwins = [personId, ...(left.length === 1 ? left.map(({ id }) => id) : [])];
  await replaceEntries(
    tx,
    validationId,
    figures,
    { staffNumber, personId, noTwins },
    planned.flatMap(entriesOf),
  );
  await finishValidation(tx, {
    ...{ id: validationId, ...figures },
    warnings: reportWarnings(figures.totals, valueMaps.used),
  });
  return true;
}
