import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** A few of all keys of staff numbers, of which `noNumber` then picks: of plain digits only zeros, nines and counted ones. */
export const mayBeNoNumber = (key: SQLWrapper): SQL => sql`${key} ~ '[^0-9]|^0|^9{5}|^123456|^.{16}'`;
