import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { AuditEvent, AuditNarrowing } from './schema.ts';

/** Where in the log to go on: behind this event, or after so many. */
export interface From {
  behind?: Pick<AuditEvent, 'occurredAt' | 'id'>;
  offset?: number;
}

const UUID = '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$';

/**
 * Events as narrowed, the latest first, off the indexes on time and on action. A text is looked for, in any case, in who
 * and what, and in the names of people something was done to.
 */
export async function readEvents(
  ctx: Context,
  tx: Transaction,
  { search, action, from, to }: AuditNarrowing,
  { limit, behind, offset = 0 }: From & { limit: number },
): Promise<AuditEvent[]> {
  const part = search.trim() === '' ? null : search.trim().toLowerCase();
  const rows = await tx.rows<Omit<AuditEvent, 'occurredAt'> & { occurredAt: Date }>(
    `select e.id, e.occurred_at as "occurredAt", e.actor, e.action, e.target, e.detail,
            e.request_id as "requestId", i.last_name || ', ' || i.first_name as "targetName"
       from audit_event e
       left join identity i on i.district_id = $1 and i.current
        and i.person_id = case when e.action like 'person.%' and e.target ~ '${UUID}' then e.target::uuid end
      where e.district_id = $1
        and ($2::text is null or e.action = $2)
        and ($3::date is null or e.occurred_at >= $3::date::timestamp at time zone $5::text)
        and ($4::date is null or e.occurred_at < ($4::date + 1)::timestamp at time zone $5::text)
        and ($6::text is null or position($6 in lower(concat_ws(' ', e.actor, e.action, e.target, e.request_id,
               i.last_name || ', ' || i.first_name))) > 0)
        and ($7::timestamptz is null or (e.occurred_at, e.id) < ($7, $8::uuid))
      order by e.occurred_at desc, e.id desc limit $9::int offset $10::int`,
    [
      tx.districtId,
      action ?? null,
      from ?? null,
      to ?? null,
      ctx.district.timeZone,
      part,
      behind?.occurredAt ?? null,
      behind?.id ?? null,
      limit,
      offset,
    ],
  );
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }));
}
