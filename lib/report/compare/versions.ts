import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import type { Version } from './schema.ts';

/** The validations of a run that are kept and whole, the latest first. */
export const versionsOf = async (tx: Transaction, runId: string): Promise<Version[]> => {
  const rows = await tx.rows<{ id: string; generatedAt: Date }>(
    `select v.id, v.generated_at as "generatedAt" from validation v
      where v.district_id = $1 and v.run_id = $2 and v.summary <> '{}' order by v.id desc`,
    [tx.districtId, runId],
  );
  return rows.map(({ id, generatedAt }) => ({ id, generatedAt: generatedAt.toISOString() }));
};

/** @throws NotFound for a run that has none */
export function listVersions(ctx: Context, { runId }: { runId: string }): Promise<Version[]> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const versions = await versionsOf(tx, runId);
    if (versions.length === 0)
      throw new NotFound('There is no validation report of this run. Validate it first.');
    return versions;
  });
}
