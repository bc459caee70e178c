import { v7 } from 'uuid';
import type { Database } from '../db/client.ts';
import type { DistrictId } from '../db/district-id.ts';
import type { CryptoKeys } from './crypto/keys.ts';
import { nextRandom } from './crypto/random.ts';

export interface District {
  id: DistrictId;
  shortId: string;
  appName: string;
  name: string;
  timeZone: string;
}

/** Who acts. `name` is what pages show as *Started By* and what the journal keeps. */
export type Actor =
  | { kind: 'user'; id: string; name: string /** Of the sign-in that acts. */; sessionId?: string }
  | { kind: 'client'; id: string; name: string; clientId: string }
  | { kind: 'system'; name: string };

/**
 * What every verb gets first. The edge (a route, a job, the CLI, a test) proves who and where once and makes it;
 * the core trusts it.
 */
export interface Context {
  actor: Actor;
  district: District;
  db: Database;
  /** Seal and find SSNs and secrets. */
  keys: CryptoKeys;
  /** The moment of the call. */
  now: Date;
  newId: () => string;
  requestId?: string;
}

let last = 0;
let seq = 0;

/**
 * A UUID v7, greater than the one before it: what is made in order sorts in order. The counter is the package's own
 * method (RFC 9562 §6.2), kept here because the package asks the system's generator for every id, which takes ten times
 * as long as all the rest.
 */
export function newId(): string {
  const now = Date.now();
  if (now > last) {
    last = now;
    // Half the range is left to count up in.
    seq = nextRandom(4).readUInt32BE() >>> 1;
  } else seq += 1;
  return v7({ random: nextRandom(16), msecs: last, seq });
}

/** By time zone: one takes longer to make than a person to plan. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar date at `moment` in an IANA time zone, `YYYY-MM-DD` (ID-2: dates are the district's). */
export function dateIn(timeZone: string, moment: Date): string {
  const known = calendars.get(timeZone);
  const calendar = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  if (!known) calendars.set(timeZone, calendar);
  return calendar.format(moment);
}
