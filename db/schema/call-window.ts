import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DistrictId } from '../district-id.ts';
import { moment } from './columns.ts';

/** The calls of a client in its present minute, of all web processes (lib/http/call-limits.ts). One row a client. */
export const callWindow = pgTable(
  'call_window',
  {
    districtId: uuid().$type<DistrictId>().notNull(),
    clientId: text().notNull(),
    startedAt: moment().notNull(),
    /** Calls that processes have reserved: more than were made, and more than the limit if too many were asked for. */
    reserved: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.clientId] })],
);
