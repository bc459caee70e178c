import { and, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { alertSetting } from '../../db/schema/alert.ts';
import type { Context } from '../context.ts';
import { openErrorsSince } from '../error-log/open-errors.ts';
import type { AlertSettings } from './schema.ts';

const HOUR_MS = 3_600_000;

/** Writes nothing if the district was notified and the errors have not fallen since. */
const claim = defineCommand(
  'errors exceed the limit of a district',
  (orm, p: Params<AlertSettings & { id: string; now: Date }>) => {
    const errorsNotifiedAt = asStored(p.now, alertSetting.errorsNotifiedAt);
    return orm
      .insert(alertSetting)
      .values({
        districtId: DISTRICT_ID,
        id: p.id,
        errorLimit: p.errorLimit,
        errorHours: p.errorHours,
        silentDays: p.silentDays,
        errorsNotifiedAt,
      })
      .onConflictDoUpdate({
        target: alertSetting.districtId,
        set: { errorsNotifiedAt },
        setWhere: isNull(alertSetting.errorsNotifiedAt),
      });
  },
);
const end = defineCommand('errors have fallen below the limit', (orm) =>
  orm
    .update(alertSetting)
    .set({ errorsNotifiedAt: null })
    .where(and(inDistrict(alertSetting), isNotNull(alertSetting.errorsNotifiedAt))),
);

/** Errors that exceed the limit. */
export interface ErrorsAbove {
  errors: number;
  limit: number;
  hours: number;
  /** The district is notified again only after they have fallen to this. */
  low: number;
}

/**
 * How many errors are open, if that exceeds the district's limit and nobody was notified since it does. The caller
 * notifies, in this transaction. Between the limit and half of it nothing changes: errors that leave the window while
 * others come in would cross the limit again and again.
 */
export async function claimErrorsAbove(
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  tx: Transaction,
  settings: AlertSettings,
): Promise<ErrorsAbove | undefined> {
  const { errorLimit: limit, errorHours: hours } = settings;
  const low = Math.floor(limit / 2);
  const errors = await openErrorsSince(tx, new Date(now.getTime() - hours * HOUR_MS));
  if (errors > limit)
    return (await claim(tx, { ...settings, id: newId(), now })) > 0
      ? { errors, limit, hours, low }
      : undefined;
  if (errors <= low) await end(tx);
  return undefined;
}
