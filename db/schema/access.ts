import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';
import { bytes } from './person.ts';

/** The tool rights there are, in the order of lib/access/rights.ts. */
export type ToolRight =
  | 'API Credentials'
  | 'Synchronization'
  | 'Error Log'
  | 'Notifications'
  | 'Staff'
  | 'District Employment'
  | 'District Assignments'
  | 'Addresses'
  | 'Combine Person'
  | 'User Security';

/** Someone who signs in to the web app. */
export const appUser = pgTable(
  'app_user',
  {
    ...keys,
    username: text().notNull(),
    name: masked(text()).notNull(),
    /** Where Campus sends e-mails to the user; null for none. */
    email: text(),
    passwordHash: text(),
    /** Whether somebody else chose the password: sign-in then asks for a new one. */
    passwordTemporary: boolean().notNull().default(false),
    /** The second factor's key, sealed; it counts once `totpSince` is set. */
    totpCipher: bytes(),
    totpSince: moment(),
    /** The 30-second step of the last accepted code: no code is accepted twice. */
    totpStep: integer(),
    /** Whether the password also signs in where the district has turned passwords off (lib/single-sign-on). */
    emergency: boolean().notNull().default(false),
    disabledAt: moment(),
    lastSignInAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId, t.username)],
);

/** A code on paper that signs a user in once, in the second factor's place. */
export const recoveryCode = pgTable(
  'recovery_code',
  { ...keys, userId: uuid().notNull(), codeIndex: bytes().notNull() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.userId, t.codeIndex),
  ],
);

export const toolRight = pgTable(
  'tool_right',
  { ...keys, userId: uuid().notNull(), right: text().$type<ToolRight>().notNull() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.userId, t.right),
  ],
);

/** A sign-in. Its cookie stops working once the row is revoked or has expired. */
export const session = pgTable(
  'session',
  {
    ...keys,
    userId: uuid().notNull(),
    tokenHash: bytes().notNull(),
    createdAt: moment().notNull().defaultNow(),
    seenAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    /** When the user last entered the password again, for actions that ask for it (CRED-4). */
    confirmedAt: moment(),
    /** The network address of the sign-in. */
    address: text(),
    /** What the sign-in came from, in words made of the User-Agent: `Firefox on Windows`. */
    browser: text(),
    /** Whether the district's identity provider, not a password, said who it is. */
    singleSignOn: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    index().on(t.districtId, t.userId),
    unique().on(t.districtId, t.tokenHash),
  ],
);

/** A link by which a user chooses their password, once. Of its token it has the hash. */
export const invitation = pgTable(
  'invitation',
  {
    ...keys,
    userId: uuid().notNull(),
    tokenHash: bytes().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    withdrawnAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    index().on(t.districtId, t.userId),
    unique().on(t.districtId, t.tokenHash),
  ],
);

/** What a district asks of its users at sign-in. Without a row, a second factor is each user's own choice. */
export const signInPolicy = pgTable(
  'sign_in_policy',
  { ...keys, secondFactorRequired: boolean().notNull() },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId)],
);

/** A page that a user keeps among the menu's favorites: its path below the base path. */
export const favourite = pgTable(
  'favourite',
  { ...keys, userId: uuid().notNull(), path: masked(text()).notNull() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.userId, t.path),
  ],
);

/** Failed sign-ins per account and address, for the limit of 10 in 15 minutes. `username` is the blind index of what was typed. */
export const signInFailure = pgTable(
  'sign_in_failure',
  { ...keys, username: text().notNull(), address: text().notNull(), occurredAt: moment().notNull() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    index().on(t.districtId, t.username, t.occurredAt),
    index().on(t.districtId, t.address, t.occurredAt),
  ],
);

/** The SSNs that a user or client searched for lately, by blind index: nobody may try out many (lib/ssn-budget). */
export const ssnSearch = pgTable(
  'ssn_search',
  {
    ...keys,
    /** The user or client. */
    actorId: uuid().notNull(),
    ssnIndex: bytes().notNull(),
    searchedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    unique().on(t.districtId, t.actorId, t.ssnIndex),
    index().on(t.districtId, t.searchedAt),
  ],
);

/** That a user has hidden Home's first steps. */
export const hiddenSteps = pgTable(
  'hidden_steps',
  {
    ...keys,
    userId: uuid().notNull(),
    /** The steps that were open then. Another one that opens later shows the list again. */
    open: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.userId),
  ],
);
