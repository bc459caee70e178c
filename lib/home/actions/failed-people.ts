import { and, count, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { hasOutcome } from '../../sync/run/has-outcome.ts';
import type { CommitInForce } from './commit-in-force.ts';
import { type Action, action } from './schema.ts';

const failedOfRun = defineQuery('how many people failed in a run', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ people: count() })
    .from(syncResult)
    .where(and(inDistrict(syncResult), eq(syncResult.runId, p.runId), hasOutcome('failed'))),
);

/** The people who failed in the last commit. */
export async function failedPeople(tx: Transaction, commit: CommitInForce | undefined): Promise<Action[]> {
  if (!commit) return [];
  const people = (await failedOfRun.first(tx, { runId: commit.id }))?.people ?? 0;
  return people > 0 ? [action('peopleFailed', people, { runId: commit.id, at: commit.committedAt })] : [];
}
