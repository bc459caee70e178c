import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { appUser } from './access.ts';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';

/** The Business Office Error Log (ERR). Payloads are stored masked. */
export const errorLog = pgTable(
  'error_log',
  {
    ...keys,
    occurredAt: moment().notNull(),
    action: masked(text()).notNull(),
    path: masked(text()).notNull(),
    status: integer().notNull(),
    message: masked(text()).notNull(),
    payload: masked(text()),
    /** The problem document's `errors`, for marking the failing fields in the payload. */
    errors: masked(jsonb()),
    staffNumber: masked(text()),
    requestId: masked(text()),
    clientId: masked(text()),
    runId: uuid(),
    /** The same for all entries that failed the same way; null in entries of an older version. */
    cause: masked(text()),
    /** How many calls of one minute the entry counts. More than one only with a `repeatKey`. */
    calls: integer().notNull().default(1),
    /** The network address of a call without good credentials; null in others. */
    address: text(),
    /** A hash of minute, cause and address; null in an entry of one call. */
    repeatKey: text(),
    /** Message and path in small letters, for the search by text: it need not fold them. Null in entries of an older version. */
    searchText: masked(text()),
    /** open, resolved or ignored: what an admin decided (lib/error-log/schema.ts). */
    state: text().notNull().default('open'),
    /** Who decided last, and when; null in an entry that nobody has decided about. */
    stateBy: masked(text()),
    stateAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    index().on(t.districtId, t.occurredAt),
    index().on(t.districtId, t.state, t.occurredAt),
    index().on(t.districtId, t.runId),
    index().on(t.districtId, t.cause, t.occurredAt),
    index().on(t.districtId, t.staffNumber),
    index().on(t.districtId, t.requestId),
    unique().on(t.districtId, t.repeatKey),
  ],
);

/** Every API call: no bodies. */
export const requestLog = pgTable(
  'request_log',
  {
    ...keys,
    occurredAt: moment().notNull(),
    method: masked(text()).notNull(),
    path: masked(text()).notNull(),
    status: integer().notNull(),
    milliseconds: integer().notNull(),
    clientId: masked(text()),
    requestId: masked(text()).notNull(),
    /** How many calls of one minute the entry counts. More than one only with a `repeatKey`. */
    calls: integer().notNull().default(1),
    /** A hash of minute, client, method, path and status; null in an entry of one call. */
    repeatKey: text(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    index().on(t.districtId, t.occurredAt),
    unique().on(t.districtId, t.repeatKey),
  ],
);

/** NOT-1: single changes by HR, and commits of a synchronization. */
export type NotificationType = 'HR-Staff' | 'HR Sync Commit';
/** What a single call of HR did. */
export type StaffEvent = 'created' | 'updated' | 'assignments';

/** Which event notifies which users (NOT). */
export const notification = pgTable(
  'notification',
  {
    ...keys,
    type: text().$type<NotificationType>().notNull(),
    createdAt: moment().notNull().defaultNow(),
    createdBy: masked(text()).notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] })],
);

export const notificationRecipient = pgTable(
  'notification_recipient',
  { ...keys, notificationId: uuid().notNull(), userId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({
      columns: [t.districtId, t.notificationId],
      foreignColumns: [notification.districtId, notification.id],
    }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.notificationId, t.userId),
    index().on(t.districtId, t.userId),
  ],
);

/** A message in a user's Message Center. */
export const message = pgTable(
  'message',
  {
    ...keys,
    userId: uuid().notNull(),
    type: text().$type<NotificationType>().notNull(),
    subject: masked(text()).notNull(),
    body: masked(text()).notNull(),
    link: masked(text()),
    /** The event that the message reports: one message per event and recipient, whatever is retried. */
    eventKey: text().notNull(),
    createdAt: moment().notNull(),
    readAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.userId, t.eventKey),
    index().on(t.districtId, t.userId, t.createdAt),
  ],
);

/**
 * After a message about HR's single changes, what follows is gathered until `endsAt` (NOT-4). A district has its row
 * from its first notification of that type on; `windowId` is null while nothing is gathered.
 */
export const staffNoticeWindow = pgTable(
  'staff_notice_window',
  { ...keys, windowId: uuid(), endsAt: moment() },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId)],
);

/** A change that waits for the message its window ends with. */
export const staffNotice = pgTable(
  'staff_notice',
  {
    ...keys,
    windowId: uuid().notNull(),
    event: text().$type<StaffEvent>().notNull(),
    staffNumber: text().notNull(),
    name: text().notNull(),
    occurredAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), index().on(t.districtId, t.windowId)],
);

/** Who did what in the web app or by a job, written in the same transaction as the action itself. */
export const auditEvent = pgTable(
  'audit_event',
  {
    ...keys,
    occurredAt: moment().notNull(),
    /** The name of the user, the client or the job. */
    actor: masked(text()).notNull(),
    /** Null in events from before these columns, and for somebody who is not signed in. */
    actorKind: text().$type<'user' | 'client' | 'system'>(),
    actorId: uuid(),
    /** A user's username or a client's Client ID. */
    actorLogin: masked(text()),
    /** The network address that the call came from. */
    address: text(),
    action: text().notNull(),
    target: masked(text()),
    detail: masked(jsonb()).$type<Record<string, unknown>>(),
    requestId: masked(text()),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    index().on(t.districtId, t.occurredAt),
    index().on(t.districtId, t.action, t.occurredAt),
  ],
);
