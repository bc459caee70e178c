import { sql } from 'drizzle-orm';
import { asStored, DISTRICT_ID } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { auditEvent } from '../../db/schema/records.ts';
import { BATCH_ROWS, type Removal } from './removal.ts';

/** The app's role can't delete audit events. The function deletes old ones, none of the last year. */
const removeOldAudit = defineQuery(
  'remove old audit events',
  (orm, p: Params<{ before: Date; most: number }>) =>
    orm
      .select({ removed: sql`removed`.mapWith(Number) })
      .from(
        sql`app.remove_old_audit(${DISTRICT_ID}::uuid, ${asStored(p.before, auditEvent.occurredAt)}, ${p.most}::integer) as removed`,
      ),
);

export const OLD_AUDIT: Removal = {
  table: 'audit_event',
  kept: 'audit',
  remove: async (tx, { before }) =>
    (await removeOldAudit.first(tx, { before, most: BATCH_ROWS }))?.removed ?? 0,
};
