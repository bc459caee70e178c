import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { readUndos } from '../../sync/run/undos.ts';

const lastCommitOfDistrict = defineQuery('the run committed last', (orm) =>
  orm
    .select({ id: syncRun.id, committedAt: syncRun.committedAt, validationId: syncRun.validationId })
    .from(syncRun)
    .where(
      and(
        inDistrict(syncRun),
        eq(syncRun.kind, 'synchronization'),
        eq(syncRun.status, 'committed'),
        isNotNull(syncRun.committedAt),
      ),
    )
    .orderBy(desc(syncRun.committedAt), desc(syncRun.id))
    .limit(1),
);

export interface CommitInForce {
  id: string;
  committedAt: Date;
  validationId: string | null;
}

/** The last commit; undefined before the first, and while the last one is undone. An undo can be undone, too. */
export async function commitInForce(tx: Transaction): Promise<CommitInForce | undefined> {
  const commit = await lastCommitOfDistrict.first(tx);
  if (!commit?.committedAt) return undefined;
  const undos = await readUndos(tx);
  return undos.isUndone(commit.id) ? undefined : { ...commit, committedAt: commit.committedAt };
}
