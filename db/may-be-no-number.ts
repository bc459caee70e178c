import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const SIGNS = '._-';
const literal = (text: string) => sql.raw(`'${text}'`);
const without = (text: SQLWrapper, characters: string) => sql`translate(${text}, ${literal(characters)}, '')`;

/** Up to two digits, zeros only, or as nines and counted digits begin. */
const isOddDigits = (digits: SQLWrapper) =>
  sql`(octet_length(${digits}) < 3 or ltrim(${digits}, '0') = '' or left(${digits}, 5) = any ('{99999,12345,01234}'))`;

/**
 * A few of all keys of staff numbers, of which `noNumber` (lib/record/no-number.ts) then picks: all that it may say something of, and
 * some more. The index `person_odd_number` has these alone, so another condition needs another index. Digits come first: nearly all
 * numbers are, and each that is written is asked (0.5 µs).
 */
export const mayBeNoNumber = (key: SQLWrapper): SQL =>
  sql`(octet_length(${key}) > 15 or ${isOddDigits(key)} or ltrim(${key}, ${literal(DIGITS)}) <> '' and (${without(key, LETTERS + DIGITS + SIGNS)} <> '' or ${isOddDigits(without(key, LETTERS + SIGNS))}))`;
