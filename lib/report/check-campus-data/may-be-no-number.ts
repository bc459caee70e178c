import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * A few of all keys of staff numbers, of which `noNumber` then picks: with anything but digits, long ones, and of plain digits only
 * zeros, nines and counted ones. One regular expression for all of it took 0.2 s more for 500,000.
 */
export const mayBeNoNumber = (key: SQLWrapper): SQL =>
  sql`(translate(${key}, '0123456789', '') <> '' or octet_length(${key}) >= 16 or ${key} like '0%' or ${key} like '99999%' or ${key} like '123456%')`;
