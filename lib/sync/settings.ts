import type { Transaction } from '../../db/client.ts';

export interface SyncSettings {
  /** Above this many staged staff `commit` answers 409 and points to the job (SYNC-8); null: no limit. */
  commitLimit: number | null;
  /** Positions that HR leaves out stay (SYNC-11, beyond). */
  keepUnlistedPositions: boolean;
}

/** What the district has chosen for its synchronisations. */
export async function readSettings(tx: Transaction): Promise<SyncSettings> {
  const settings = await tx.row<SyncSettings>(
    `select commit_limit as "commitLimit", keep_unlisted_positions as "keepUnlistedPositions"
       from district where id = $1`,
    [tx.districtId],
  );
  return settings ?? { commitLimit: null, keepUnlistedPositions: false };
}
