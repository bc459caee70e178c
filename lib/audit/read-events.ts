import { and, desc, eq, gte, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { hasWords } from '../../db/has-words.ts';
import type { Orm } from '../../db/orm.ts';
import { defineSearch } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { identity } from '../../db/schema/person.ts';
import { auditEvent } from '../../db/schema/records.ts';
import { USER_KEY } from '../../db/user-key.ts';
import type { Context } from '../context.ts';
import { nameWords } from '../text/name-words.ts';
import { describeEvents } from './describe-events.ts';
import type { AuditEvent, AuditNarrowing } from './schema.ts';

/** Where in the log to start: after this event, or after this many. */
export interface From {
  last?: Pick<AuditEvent, 'occurredAt' | 'id'>;
  offset?: number;
}

interface Asked extends AuditNarrowing, From {
  timeZone: string;
  limit: number;
}

const UUID = '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$';

/** The target as a person's id; null where it is something else. A `case`, because a cast of other text would fail. */
const targetId = sql`case when ${like(auditEvent.action, 'person.%')} and ${auditEvent.target} ~ ${UUID} then ${auditEvent.target}::uuid end`;

const searchEvents = defineSearch(
  'events of the audit log',
  (orm, asked: Asked) =>
    orm
      .select({
        id: auditEvent.id,
        occurredAt: auditEvent.occurredAt,
        actor: auditEvent.actor,
        actorKind: auditEvent.actorKind,
        actorLogin: auditEvent.actorLogin,
        address: auditEvent.address,
        action: auditEvent.action,
        target: auditEvent.target,
        detail: auditEvent.detail,
        requestId: auditEvent.requestId,
      })
      .from(auditEvent)
      .leftJoin(
        identity,
        and(inDistrict(identity), eq(identity.current, true), eq(identity.personId, targetId)),
      )
      .where(and(inDistrict(auditEvent), ...narrowed(orm, asked)))
      .orderBy(desc(auditEvent.occurredAt), desc(auditEvent.id))
      .limit(asked.limit)
      .offset(asked.offset ?? 0),
  {
    timeZone: 'America/Chicago',
    search: 'pat',
    action: 'person.edit',
    from: '2026-01-01',
    to: '2026-01-31',
    last: { occurredAt: '2026-01-15T12:00:00.000Z', id: '00000000-0000-7000-8000-000000000000' },
    offset: 0,
    limit: 50,
  },
);

function narrowed(orm: Orm, { search, action, from, to, last, timeZone }: Asked): (SQL | undefined)[] {
  const midnight = (day: SQL) => sql`${day}::timestamp at time zone ${timeZone}::text`;
  const text = search.trim();
  return [
    ...(action === undefined ? [] : [eq(auditEvent.action, action)]),
    ...(from === undefined ? [] : [gte(auditEvent.occurredAt, midnight(sql`${from}::date`))]),
    ...(to === undefined ? [] : [lt(auditEvent.occurredAt, midnight(sql`(${to}::date + 1)`))]),
    ...(text === '' ? [] : [mentions(orm, text)]),
    ...(last === undefined
      ? []
      : [
          sql`(${auditEvent.occurredAt}, ${auditEvent.id}) < (${last.occurredAt}::timestamptz, ${last.id}::uuid)`,
        ]),
  ];
}

const { actor, actorLogin, address, action, target, requestId } = auditEvent;

/** The names of people and users are folded as everywhere (SRCH-2); everything else is searched for as it is, in any case. */
const mentions = (orm: Orm, text: string): SQL | undefined => {
  const words = nameWords(text);
  const asSent = sql`position(${text.toLowerCase()} in lower(concat_ws(' ', ${actor}, ${actorLogin}, ${address}, ${action}, ${target}, ${requestId}))) > 0`;
  if (words.length === 0) return asSent;
  const users = orm
    .select({ name: appUser.name })
    .from(appUser)
    .where(and(inDistrict(appUser), hasWords(USER_KEY, words)));
  return or(
    asSent,
    inArray(actor, users),
    hasWords(sql`(${identity.lastNameKey} || ' ' || ${identity.firstNameKey})`, words),
  );
};

/**
 * Events that match, the latest first, read by the indexes on time and on action. A text is searched for, in any case,
 * in who did what to what, and in the names of the people it was done to.
 */
export async function readEvents(
  ctx: Context,
  tx: Transaction,
  narrowing: AuditNarrowing,
  from: From & { limit: number },
): Promise<AuditEvent[]> {
  const rows = await searchEvents(tx, { ...narrowing, ...from, timeZone: ctx.district.timeZone });
  return describeEvents(
    ctx,
    tx,
    rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() })),
  );
}
