import {
  boolean,
  foreignKey,
  index,
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
import { bytes } from './person.ts';

/** The identity provider by which a district's users sign in; a district has one at most. */
export const identityProvider = pgTable(
  'identity_provider',
  {
    ...keys,
    /** As lib/single-sign-on/schema.ts has it, without the secret. */
    settings: jsonb().notNull(),
    /** The client secret, sealed. */
    secretCipher: bytes(),
    /** Whether users can sign in by it. */
    enabled: boolean().notNull().default(false),
    /** Whether passwords sign in emergency admins only. */
    passwordsOff: boolean().notNull().default(false),
    /** When a test sign-in succeeded with these settings; null: not yet. */
    testedAt: moment(),
    changedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId)],
);

/** Who a user is at the identity provider. */
export const linkedIdentity = pgTable(
  'linked_identity',
  {
    ...keys,
    userId: uuid().notNull(),
    /** SHA-256 of the provider and of its stable name for the person: the name itself is nobody's business here. */
    subjectHash: bytes().notNull(),
    linkedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.userId),
    unique().on(t.districtId, t.subjectHash),
  ],
);

/** What somebody went to the identity provider for. */
export type VisitPurpose = 'signIn' | 'test' | 'confirm' | 'link';

/** One way of a browser to the identity provider and back. Each answer of the provider is taken once, by its row. */
export const providerVisit = pgTable(
  'provider_visit',
  {
    ...keys,
    purpose: text().$type<VisitPurpose>().notNull(),
    /** Of the `state` that comes back with the answer. */
    tokenHash: bytes().notNull(),
    /** Of the cookie of the browser that began. */
    browserHash: bytes().notNull(),
    /** Who began it; of a sign-in who the answer says it is. */
    userId: uuid(),
    /** The page to go to afterwards, below the base path. */
    returnTo: masked(text()).notNull(),
    address: text().notNull(),
    startedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    /** What an answer that the provider posted says of a person, until the browser that began takes it. */
    answer: jsonb(),
    /** When the browser that began took the answer. */
    answeredAt: moment(),
    /** When the visit ended. */
    finishedAt: moment(),
    /** Why it led to nothing: a name of lib/single-sign-on/problems.ts. */
    problem: text(),
    /** Of a test: what arrived, and what it leads to. */
    found: masked(jsonb()),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
    unique().on(t.districtId, t.tokenHash),
    index().on(t.districtId, t.address, t.startedAt),
    index().on(t.districtId, t.userId),
  ],
);
