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

/** The scopes of clients and tokens, in the order of lib/access/scopes.ts. */
export type Scope = 'staff.read' | 'staff.write' | 'staff.sync';

/** An HR system that may call the API. */
export const apiClient = pgTable(
  'api_client',
  {
    ...keys,
    clientId: text().notNull(),
    name: masked(text()).notNull(),
    scopes: text().$type<Scope>().array().notNull(),
    createdAt: moment().notNull().defaultNow(),
    lastUsedAt: moment(),
    /** The network address of that call. */
    lastUsedFrom: text(),
    expiresAt: moment(),
    disabledAt: moment(),
    /** When the district was notified that it has stopped calling. A later call ends that silence. */
    silenceNotifiedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId, t.clientId)],
);

/** A secret of a client. More than one works only during an overlap that the admin chose (CRED-6). */
export const apiClientSecret = pgTable(
  'api_client_secret',
  {
    ...keys,
    clientId: uuid().notNull(),
    cipher: bytes().notNull(),
    checkHash: bytes().notNull(),
    createdAt: moment().notNull().defaultNow(),
    lastUsedAt: moment(),
    expiresAt: moment(),
    revokedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.clientId], foreignColumns: [apiClient.districtId, apiClient.id] }),
    index().on(t.districtId, t.clientId),
  ],
);

/** A link that shows a client's secret once, without a sign-in. Of its token it has the hash. */
export const handOver = pgTable(
  'hand_over',
  {
    ...keys,
    clientId: uuid().notNull(),
    tokenHash: bytes().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    openedAt: moment(),
    withdrawnAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.clientId], foreignColumns: [apiClient.districtId, apiClient.id] }),
    index().on(t.districtId, t.clientId),
    unique().on(t.districtId, t.tokenHash),
  ],
);

export const accessToken = pgTable(
  'access_token',
  {
    ...keys,
    tokenHash: bytes().notNull(),
    clientId: uuid().notNull(),
    secretId: uuid().notNull(),
    scopes: text().$type<Scope>().array().notNull(),
    issuedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.clientId], foreignColumns: [apiClient.districtId, apiClient.id] }),
    foreignKey({
      columns: [t.districtId, t.secretId],
      foreignColumns: [apiClientSecret.districtId, apiClientSecret.id],
    }),
    unique().on(t.districtId, t.tokenHash),
    index().on(t.districtId, t.clientId),
    index().on(t.districtId, t.secretId),
    index().on(t.districtId, t.expiresAt),
  ],
);

/** The first answer to an Idempotency-Key, kept 24 hours. Of key and path it has an HMAC (`key`), and the path's route. */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    ...keys,
    clientId: uuid().notNull(),
    method: text().notNull(),
    path: text().notNull(),
    key: text().notNull(),
    bodyHash: bytes().notNull(),
    status: integer(),
    headers: text(),
    body: text(),
    finished: boolean().notNull().default(false),
    /** A transaction of the call has committed. */
    begun: boolean().notNull().default(false),
    /** Goes up when a later call takes over, because the first call's process may have died. */
    attempt: integer().notNull().default(1),
    claimedAt: moment().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.clientId], foreignColumns: [apiClient.districtId, apiClient.id] }),
    unique().on(t.districtId, t.clientId, t.method, t.path, t.key),
    index().on(t.districtId, t.createdAt),
  ],
);
