import { type SQL, sql } from 'drizzle-orm';
import { identity } from './schema/person.ts';

/** *Last, First*, as Campus writes people; of `identity` itself, so join that table under its own name. */
export const personName: SQL<string> = sql<string>`${identity.lastName} || ', ' || ${identity.firstName}`;
