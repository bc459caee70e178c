import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { validation } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { REPORT_TEXTS } from '../texts.ts';
import type { Compared, Version } from './schema.ts';

/** The latest first. One whose job did not finish has no summary. */
const finishedOfRun = defineQuery('finished validations of a run', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ id: validation.id, generatedAt: validation.generatedAt })
    .from(validation)
    .where(and(inDistrict(validation), eq(validation.runId, p.runId), sql`${validation.summary} <> '{}'`))
    .orderBy(desc(validation.id)),
);

/** @throws NotFound for a run that has none */
export const listVersions = (ctx: Context, { runId }: { runId: string }): Promise<Version[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => someVersions(tx, runId));

async function someVersions(tx: Transaction, runId: string): Promise<Version[]> {
  const versions = await finishedOfRun(tx, { runId });
  if (versions.length === 0) throw new NotFound(REPORT_TEXTS.notValidated());
  return versions.map(({ id, generatedAt }) => ({ id, generatedAt: generatedAt.toISOString() }));
}

/** The two that are compared. @throws NotFound where there is only one, or one is another run's or no longer kept */
export async function chosenTwo(
  tx: Transaction,
  { runId, earlier, later }: Compared,
): Promise<{ earlier: string; later: string }> {
  const [last, before, ...rest] = await someVersions(tx, runId);
  if (!last || !before) throw new NotFound(REPORT_TEXTS.oneValidation());
  const chosen = { earlier: earlier ?? before.id, later: later ?? last.id };
  const kept = [last, before, ...rest].map(({ id }) => id);
  if (!kept.includes(chosen.earlier) || !kept.includes(chosen.later))
    throw new NotFound(REPORT_TEXTS.versionGone());
  return chosen;
}
