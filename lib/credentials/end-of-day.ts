import { type Placeholder, type SQL, sql } from 'drizzle-orm';

/** The moment a calendar date ends in a time zone; null for null. */
export const endOfDay = (
  date: Placeholder<string, string | null>,
  timeZone: Placeholder<string, string>,
): SQL<Date | null> => sql`((${date}::date + 1)::timestamp at time zone ${timeZone}::text)`;
