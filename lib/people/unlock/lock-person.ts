import { and, eq, gt, isNull } from 'drizzle-orm';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { emergencyUnlock } from '../../../db/schema/unlock.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { lockPersonRow } from './lock-person-row.ts';
import { UNLOCK_TEXTS } from './texts.ts';

const endUnlock = defineCommand(
  'end the emergency unlock of a person',
  (orm, p: Params<{ personId: string; now: Date; by: string }>) =>
    orm
      .update(emergencyUnlock)
      .set({
        lockedAt: asStored(p.now, emergencyUnlock.lockedAt),
        lockedBy: asStored(p.by, emergencyUnlock.lockedBy),
      })
      .where(
        and(
          inDistrict(emergencyUnlock),
          eq(emergencyUnlock.personId, p.personId),
          gt(emergencyUnlock.until, p.now),
          isNull(emergencyUnlock.lockedAt),
        ),
      ),
);

/**
 * Ends an emergency unlock before its time (RO-5). What was changed meanwhile stays and is listed as drift. Audited.
 * @throws Conflict when the person is not unlocked; NotFound
 */
export const lockPerson = (ctx: Context, { personId }: { personId: string }): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockPersonRow(tx, personId);
    const ended = await endUnlock(tx, { personId, now: ctx.now, by: ctx.actor.name });
    if (ended === 0) throw new Conflict(UNLOCK_TEXTS.notUnlocked());
    await recordAudit(ctx, tx, { action: 'person.lock', target: personId, detail: {} });
  });
