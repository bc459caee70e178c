import type { LocationRecord } from '../record.ts';
import type { MetAddress } from './address-book.ts';
import type { StoredHousehold } from './campus-state.ts';

export type StoredLocation = StoredHousehold['locations'][number];

/** A location HR sent, at the address found or planned for it. */
export interface SentLocation {
  /** Place in HR's list. */
  index: number;
  record: LocationRecord;
  met: MetAddress;
}

export type LocationFate =
  /** The same address: no new location (HH-3). */
  | { kind: 'same'; stored: StoredLocation }
  /** Takes the place of a location at another address. */
  | { kind: 'replaces'; stored: StoredLocation }
  | { kind: 'new' }
  /** Says again what another of the same call says. */
  | { kind: 'repeated' };

/** No end, or one that has not come yet. */
export const isOpen = ({ endDate }: { endDate: string | null }, today: string): boolean =>
  endDate === null || endDate >= today;

/**
 * HH-3: sent locations meet the household's by address first; those left over on both sides replace each other in order,
 * what is left of HR's is new, what is left in Campus stays. A location that HR sends as ended replaces none.
 */
export function pairLocations(
  sent: readonly SentLocation[],
  stored: readonly StoredLocation[],
  today: string,
): Map<SentLocation, LocationFate> {
  const fates = new Map<SentLocation, LocationFate>();
  const free = new Set(stored);
  const openFirst = [...sent].sort(
    (a, b) => Number(isOpen(b.record, today)) - Number(isOpen(a.record, today)),
  );
  const meet = (matches: (one: SentLocation, other: StoredLocation) => boolean) => {
    for (const one of openFirst) {
      if (fates.has(one)) continue;
      for (const other of free) {
        if (other.addressId !== one.met.id || !matches(one, other)) continue;
        fates.set(one, { kind: 'same', stored: other });
        free.delete(other);
        break;
      }
    }
  };
  meet((one, other) => saysPeriodOf(one.record, other, today));
  meet((one, other) => isOpen(other, today) && !endsBefore(one.record, other));

  // In the order of their making, which is the order in which HR sent them.
  const leftOpen = [...free].filter((other) => isOpen(other, today)).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const one of openFirst) {
    if (fates.has(one)) continue;
    if (repeats(one, fates, today)) fates.set(one, { kind: 'repeated' });
    else {
      const other = isOpen(one.record, today) ? leftOpen.shift() : undefined;
      fates.set(one, other ? { kind: 'replaces', stored: other } : { kind: 'new' });
    }
  }
  return fates;
}

/** The very period of a stored location, as far as HR sent it: ended ones are met so, too. */
function saysPeriodOf({ startDate, endDate }: LocationRecord, other: StoredLocation, today: string): boolean {
  if (endDate !== null)
    return other.endDate === endDate && (startDate === null || other.startDate === startDate);
  return startDate !== null && other.startDate === startDate && isOpen(other, today);
}

/** A time at the same address that was over before the stored one began is another time. */
const endsBefore = ({ endDate }: LocationRecord, other: StoredLocation): boolean =>
  endDate !== null && other.startDate !== null && endDate < other.startDate;

/** The same address within the same time as another of this call. */
function repeats(one: SentLocation, fates: ReadonlyMap<SentLocation, LocationFate>, today: string): boolean {
  const [from, to] = timeOf(one, undefined, today);
  for (const [other, fate] of fates) {
    if (other.met.id !== one.met.id || fate.kind === 'repeated') continue;
    const [takenFrom, takenTo] = timeOf(other, fate.kind === 'same' ? fate.stored : undefined, today);
    if (from <= takenTo && takenFrom <= to) return true;
  }
  return false;
}

/** First and last day of a location once it is written; an open one lasts for ever. */
function timeOf(
  { record }: SentLocation,
  stored: StoredLocation | undefined,
  today: string,
): [string, string] {
  const from = record.startDate ?? (stored ? stored.startDate : defaultStart(record, today));
  return [from ?? '0000-00-00', record.endDate ?? stored?.endDate ?? '9999-12-31'];
}

/** HH-1: today; one that is over by then began on a day that nobody told. */
export const defaultStart = (record: LocationRecord, today: string): string | null =>
  isOpen(record, today) ? today : null;
