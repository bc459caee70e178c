import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { appUser } from './access.ts';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';
import { bytes } from './person.ts';

/** What an e-mail is about; lib/mail/types.ts has those that users choose. */
export type MailType = 'invitation' | 'reset' | ChosenMailType;

/** What users choose to get by e-mail. */
export type ChosenMailType =
  | 'commitHeld'
  | 'commitFailed'
  | 'commitDone'
  | 'feedFailed'
  | 'feedValidated'
  | 'manyErrors'
  | 'clientSilent';

/** How an e-mail ended: its SMTP server took it, refused it for good, or nobody could be reached in time. */
export type MailOutcome = 'sent' | 'refused' | 'expired' | 'noAddress';

/** An e-mail to a user, written in the transaction of what it reports. The worker delivers it. */
export const mail = pgTable(
  'mail',
  {
    ...keys,
    userId: uuid().notNull(),
    type: text().$type<MailType>().notNull(),
    subject: masked(text()).notNull(),
    body: masked(text()).notNull(),
    /** A path below the base path. */
    link: masked(text()).notNull(),
    /** The end of the link, sealed, where it is a secret; removed when the e-mail has ended. */
    secretCipher: bytes(),
    /** The event that it reports: one e-mail per event and user, whatever is retried. */
    eventKey: text().notNull(),
    createdAt: moment().notNull(),
    /** Not delivered after that. */
    expiresAt: moment().notNull(),
    /** When it is tried next. While a worker tries, when another one may. */
    dueAt: moment().notNull(),
    attempts: integer().notNull().default(0),
    endedAt: moment(),
    outcome: text().$type<MailOutcome>(),
    /** The code of the last failure: SMTP's three digits or Node's. */
    problem: text(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.userId, t.eventKey),
    index().on(t.districtId, t.endedAt, t.dueAt),
    index().on(t.districtId, t.expiresAt),
  ],
);

/** What a user has chosen to get by e-mail; no row means no. */
export const mailChoice = pgTable(
  'mail_choice',
  { ...keys, userId: uuid().notNull(), type: text().$type<ChosenMailType>().notNull() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.userId, t.type),
  ],
);
