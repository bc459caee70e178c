import { sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { auditEvent } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { actionOf } from './actions.ts';
import type { AuditActionName } from './schema.ts';

/** Jumps from one action to the next in the index on actions, because `distinct` would read the whole log. */
const actionsInOrder = defineQuery('the kinds of action in the audit log', (orm) => {
  const { action } = auditEvent;
  return orm.select({ action: sql<string>`found.action` }).from(sql`(
    with recursive kinds(action) as (
      (select ${action} from ${auditEvent} where ${inDistrict(auditEvent)} order by ${action} limit 1)
      union all
      select (select ${action} from ${auditEvent}
               where ${inDistrict(auditEvent)} and ${action} > kinds.action order by ${action} limit 1)
        from kinds where kinds.action is not null
    )
    select kinds.action from kinds where kinds.action is not null) as found`);
});

/** The kinds of action that the district's log holds. */
export const listActions = (ctx: Context): Promise<AuditActionName[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) =>
    (await actionsInOrder(tx)).map(({ action }) => ({ action, name: actionOf(action)?.name ?? action })),
  );
