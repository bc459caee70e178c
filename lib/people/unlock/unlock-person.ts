import { DISTRICT_ID } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { emergencyUnlock } from '../../../db/schema/unlock.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { reasonText } from '../reason-text.ts';
import { currentUnlock } from './current-unlock.ts';
import { lockPersonRow } from './lock-person-row.ts';
import type { Unlock, UnlockRequest } from './schema.ts';
import { UNLOCK_TEXTS } from './texts.ts';

type NewUnlock = Pick<
  typeof emergencyUnlock.$inferInsert,
  'id' | 'personId' | 'reason' | 'unlockedAt' | 'unlockedBy' | 'until'
>;

const insertUnlock = defineCommand('unlock a person', (orm, p: Params<NewUnlock>) =>
  orm.insert(emergencyUnlock).values({
    districtId: DISTRICT_ID,
    id: p.id,
    personId: p.personId,
    reason: p.reason,
    unlockedAt: p.unlockedAt,
    unlockedBy: p.unlockedBy,
    until: p.until,
  }),
);

const HOUR_MS = 3_600_000;

/**
 * Lets admins edit what HR manages of one person, for some hours (RO-5). HR's records are written as ever meanwhile. Audited.
 * @throws Conflict when HR does not manage the person, or they are unlocked already; NotFound
 */
export const unlockPerson = (
  ctx: Context,
  { personId, request }: { personId: string; request: UnlockRequest },
): Promise<Unlock> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { hrManagedAt } = await lockPersonRow(tx, personId);
    if (hrManagedAt === null) throw new Conflict(UNLOCK_TEXTS.notManaged());
    const open = await currentUnlock(tx, personId, ctx.now);
    if (open) throw new Conflict(UNLOCK_TEXTS.unlockedAlready(open.by));
    const reason = reasonText(request.reason);
    const until = new Date(ctx.now.getTime() + request.hours * HOUR_MS);
    const by = ctx.actor.name;
    await insertUnlock(tx, {
      id: ctx.newId(),
      personId,
      reason,
      unlockedAt: ctx.now,
      unlockedBy: by,
      until,
    });
    await recordAudit(ctx, tx, {
      action: 'person.unlock',
      target: personId,
      detail: { hours: request.hours, reason },
    });
    return { at: ctx.now.toISOString(), by, until: until.toISOString(), reason };
  });
