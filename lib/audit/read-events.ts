import { and, desc, eq, gte, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { hasWords } from '../../db/has-words.ts';
import type { Orm } from '../../db/orm.ts';
import { defineSearch } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { apiClient } from '../../db/schema/client.ts';
import { identity } from '../../db/schema/person.ts';
import { auditEvent } from '../../db/schema/records.ts';
import { USER_KEY } from '../../db/user-key.ts';
import type { Context } from '../context.ts';
import { nameWords } from '../text/name-words.ts';
import { actionsThatSay } from './actions-that-say.ts';
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
    search: 'edited pat',
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

const { actor, actorLogin, address, action, target, requestId, detail } = auditEvent;

/** A question has a few; more are not looked at. */
const MAX_WORDS = 12;

/** The words of a search text, without the signs around them, in lower case. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[\p{P}]+|[\p{P}]+$/gu, ''))
    .filter(Boolean)
    .slice(0, MAX_WORDS);

/** All words are somewhere in the event as the page shows it; or the text is a name, or in what was recorded, as a whole. */
const mentions = (orm: Orm, text: string): SQL | undefined =>
  or(
    isRecorded(text.toLowerCase()),
    ...isName(orm, nameWords(text)),
    and(...wordsOf(text).map((word) => says(orm, word))),
  );

const isRecorded = (text: string): SQL =>
  sql`position(${text} in lower(concat_ws(' ', ${actor}, ${actorLogin}, ${address}, ${action}, ${target}, ${requestId}, ${detail}))) > 0`;

/** A word of the sentence, of what was recorded, or of a name. */
function says(orm: Orm, word: string): SQL | undefined {
  const actions = actionsThatSay(word);
  const clients = orm
    .select({ id: apiClient.clientId })
    .from(apiClient)
    .where(and(inDistrict(apiClient), sql`position(${word} in lower(${apiClient.name})) > 0`));
  return or(
    isRecorded(word),
    inArray(target, clients),
    ...(actions.length > 0 ? [inArray(action, actions)] : []),
    ...isName(orm, nameWords(word)),
  );
}

/** Names of people and users, folded as everywhere (SRCH-2): of who did it, and of whom it was done to. */
function isName(orm: Orm, words: readonly string[]): SQL[] {
  if (words.length === 0) return [];
  const isNamed = and(inDistrict(appUser), hasWords(USER_KEY, words));
  return [
    inArray(actor, orm.select({ name: appUser.name }).from(appUser).where(isNamed)),
    inArray(target, orm.select({ username: appUser.username }).from(appUser).where(isNamed)),
    hasWords(sql`(${identity.lastNameKey} || ' ' || ${identity.firstNameKey})`, words),
  ];
}

/**
 * Events that match, the latest first, read by the indexes on time and on action. The words of a text are searched for,
 * in any case and order, in the event's sentence, in what was recorded, and in the names of whom it was done to.
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
