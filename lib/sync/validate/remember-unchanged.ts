import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { unchangedStaff } from '../../../db/schema/validation.ts';
import type { Planned } from '../batch/plan-batch.ts';

const insertUnchanged = defineCommand(
  'insert unchanged people of a batch',
  (
    orm,
    p: Params<{
      validationId: string;
      firstSeq: number;
      seqs: readonly number[];
      personIds: readonly (string | null)[];
      revs: readonly (number | null)[];
      warnings: object;
      keptPositions: readonly string[];
      keptBy: readonly (string | null)[];
    }>,
  ) =>
    orm.insert(unchangedStaff).values({
      districtId: DISTRICT_ID,
      validationId: p.validationId,
      firstSeq: p.firstSeq,
      seqs: sql`${p.seqs}`,
      personIds: sql`${p.personIds}`,
      revs: sql`${p.revs}`,
      warnings: p.warnings,
      keptPositions: sql`${p.keptPositions}`,
      keptBy: sql`${p.keptBy}`,
    }),
);

/**
 * Remembers the people of a batch for whom HR and Campus already agree. At most the HR-managed mark (RO-1) is still to be
 * written; those with a notice to settle are planned again (RO-4, RO-5).
 */
export async function rememberUnchanged(
  tx: Transaction,
  validationId: string,
  planned: readonly Planned[],
): Promise<void> {
  const unchanged = planned.flatMap(({ seq, plan }) =>
    plan.outcome === 'unchanged' && !plan.settles?.length ? [{ seq, plan }] : [],
  );
  const [first] = unchanged;
  if (!first) return;
  const kept = unchanged.flatMap(({ plan }) =>
    plan.notes.flatMap((note) =>
      note.about === 'positionKept' ? [{ position: note.position.id, by: plan.personId }] : [],
    ),
  );
  const warnings = unchanged.flatMap(({ seq, plan }) =>
    plan.warnings.length > 0 ? [[seq, plan.warnings] as const] : [],
  );
  await insertUnchanged(tx, {
    validationId,
    firstSeq: first.seq,
    seqs: unchanged.map(({ seq }) => seq),
    personIds: unchanged.map(({ plan }) => plan.personId),
    revs: unchanged.map(({ plan }) => plan.rev),
    warnings: Object.fromEntries(warnings),
    keptPositions: kept.map(({ position }) => position),
    keptBy: kept.map(({ by }) => by),
  });
}
