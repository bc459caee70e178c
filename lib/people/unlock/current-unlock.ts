import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { emergencyUnlock } from '../../../db/schema/unlock.ts';
import type { Unlock } from './schema.ts';

const inForce = defineQuery(
  'the emergency unlock of a person',
  (orm, p: Params<{ personId: string; now: Date }>) =>
    orm
      .select({
        at: emergencyUnlock.unlockedAt,
        by: emergencyUnlock.unlockedBy,
        until: emergencyUnlock.until,
        reason: emergencyUnlock.reason,
      })
      .from(emergencyUnlock)
      .where(
        and(
          inDistrict(emergencyUnlock),
          eq(emergencyUnlock.personId, p.personId),
          gt(emergencyUnlock.until, p.now),
          isNull(emergencyUnlock.lockedAt),
        ),
      )
      .orderBy(desc(emergencyUnlock.until))
      .limit(1),
);

/** The unlock that is in force at `now`, null when the person is locked. The lock needs no job to come back (RO-5). */
export async function currentUnlock(tx: Transaction, personId: string, now: Date): Promise<Unlock | null> {
  const row = await inForce.first(tx, { personId, now });
  return row ? { ...row, at: row.at.toISOString(), until: row.until.toISOString() } : null;
}
