import { type SQL, sql } from 'drizzle-orm';
import { appUser } from './schema/access.ts';

/** A user's name and username, folded as names are searched (SRCH-2). */
export const USER_KEY: SQL<string> = sql<string>`app.name_key(${appUser.name}) || ' ' || app.name_key(${appUser.username})`;
