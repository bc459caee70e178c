import { eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { district } from '../../db/schema/district.ts';

const settings = defineQuery('settings of synchronizations', (orm) =>
  orm
    .select({ commitLimit: district.commitLimit, keepUnlistedPositions: district.keepUnlistedPositions })
    .from(district)
    .where(eq(district.id, DISTRICT_ID)),
);

/**
 * `commitLimit`: above this many staged staff `commit` answers 409 and points to the job (SYNC-8); null: no limit.
 * `keepUnlistedPositions`: positions that HR leaves out stay (SYNC-11).
 */
export type SyncSettings = Awaited<ReturnType<typeof settings>>[number];

/** What the district has chosen for its synchronizations. */
export const readSettings = async (tx: Transaction): Promise<SyncSettings> =>
  (await settings.first(tx)) ?? { commitLimit: null, keepUnlistedPositions: false };
