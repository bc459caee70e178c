import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import type { Compared, Version } from './schema.ts';

/** The validations of a run that are kept and whole, the latest first. */
const versionsOf = async (tx: Transaction, runId: string): Promise<Version[]> => {
  const rows = await tx.rows<{ id: string; generatedAt: Date }>(
    `select v.id, v.generated_at as "generatedAt" from validation v
      where v.district_id = $1 and v.run_id = $2 and v.summary <> '{}' order by v.id desc`,
    [tx.districtId, runId],
  );
  return rows.map(({ id, generatedAt }) => ({ id, generatedAt: generatedAt.toISOString() }));
};

/** @throws NotFound for a run that has none */
export const listVersions = (ctx: Context, { runId }: { runId: string }): Promise<Version[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => someVersions(tx, runId));

async function someVersions(tx: Transaction, runId: string): Promise<Version[]> {
  const versions = await versionsOf(tx, runId);
  if (versions.length === 0)
    throw new NotFound('There is no validation report of this run. Validate it first.');
  return versions;
}

/** The two that are compared. @throws NotFound where there is one only, one is another run's, or is not kept any more */
export async function chosenTwo(
  tx: Transaction,
  { runId, earlier, later }: Compared,
): Promise<{ earlier: string; later: string }> {
  const [last, before, ...rest] = await someVersions(tx, runId);
  if (!last || !before)
    throw new NotFound('There is one validation of this run only. Validate again to compare.');
  const chosen = { earlier: earlier ?? before.id, later: later ?? last.id };
  const kept = [last, before, ...rest].map(({ id }) => id);
  if (!kept.includes(chosen.earlier) || !kept.includes(chosen.later))
    throw new NotFound('One of these validations is not kept any more. Choose two of the list.');
  return chosen;
}
