import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { newId } from '../new-id.ts';
import { readKept } from '../retention/kept.ts';
import { KIND_NAMES, type Kind } from '../retention/kinds.ts';
import { markGone } from '../retention/store.ts';
import { lockRuns } from '../sync/run/run.ts';
import { firstIdOf } from './first-id-of.ts';
import { BATCH_ROWS, type Fixed } from './removal.ts';
import { REMOVALS } from './removals.ts';

const DAY_MS = 86_400_000;
const FIXED_DAYS: Record<Fixed, number> = { day: 1, week: 7 };

/**
 * Removes what a district keeps no longer, in batches, each its own transaction. It may be interrupted at any moment, and
 * run twice at once.
 * @returns how many rows of which table
 */
export async function tidyDistrict(
  db: Database,
  districtId: DistrictId,
  now: Date,
): Promise<Record<string, number>> {
  const befores = await markAll(db, districtId, now);
  const removed: Record<string, number> = {};
  for (const { table, kept, remove } of REMOVALS) {
    const before = befores.get(kept as Kind) ?? daysBefore(now, FIXED_DAYS[kept as Fixed]);
    let batch: number;
    do {
      batch = await db.inDistrict(districtId, (tx) => remove(tx, { before, beforeId: firstIdOf(before) }));
      if (batch > 0) removed[table] = (removed[table] ?? 0) + batch;
    } while (batch === BATCH_ROWS);
  }
  return removed;
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/**
 * Marks what will be removed. Under the lock of the runs: an undo looks at the mark under it, so that it either began before,
 * and its run is left alone, or is refused.
 */
function markAll(db: Database, districtId: DistrictId, now: Date): Promise<Map<Kind, Date>> {
  return db.inDistrict(districtId, async (tx) => {
    await lockRuns(tx);
    const kept = await readKept(tx);
    const befores = new Map(KIND_NAMES.map((kind) => [kind, daysBefore(now, kept[kind].days)]));
    await markGone({ newId }, tx, befores);
    return befores;
  });
}
