import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import type { ScheduleRow } from './schedule-row.ts';

/** A scheduled commit acts in the name of whoever scheduled it; undefined once they are disabled or lack the right. */
export async function inNameOf(
  ctx: Context,
  tx: Transaction,
  { scheduledById, scheduledBy }: ScheduleRow,
): Promise<Context | undefined> {
  const may = await tx.row(
    `select 1 from app_user u
       join tool_right r on r.district_id = $1 and r.user_id = u.id and r."right" = 'Synchronization'
      where u.district_id = $1 and u.id = $2 and u.disabled_at is null`,
    [tx.districtId, scheduledById],
  );
  return may ? { ...ctx, actor: { kind: 'user', id: scheduledById, name: scheduledBy } } : undefined;
}
