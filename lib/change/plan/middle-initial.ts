import { asRead } from '../../text/legible.ts';
import { nameKey } from '../../text/name-key.ts';

const INITIAL = /^\p{Letter}\p{Mark}*\.?$/v;

/** Whether a middle name is one initial, with or without a period, that begins the stored one. Case and accents don't count (ID-6). */
export const isInitialOf = (middleName: string | null, stored: string | null): boolean =>
  middleName !== null &&
  stored !== null &&
  INITIAL.test(asRead(middleName)) &&
  nameKey(stored).startsWith(nameKey(middleName));
