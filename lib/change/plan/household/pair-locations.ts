import type { LocationRecord } from '../../../record/record.ts';
import type { StoredHousehold } from '../../campus-state.ts';
import type { ResolvedAddress } from '../address-book.ts';

export type StoredLocation = StoredHousehold['locations'][number];

/** A location HR sent, at the address found or planned for it. */
export interface SentLocation {
  /** Place in HR's list. */
  index: number;
  record: LocationRecord;
  resolved: ResolvedAddress;
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
  // Where they live now matters more than where they lived: an open location chooses before one that ends.
  const lastingFirst = sent.toSorted((a, b) => compareText(lastDay(b.record), lastDay(a.record)));
  const paired: SentLocation[] = [];
  for (const one of lastingFirst)
    if (repeats(one, paired, today)) fates.set(one, { kind: 'repeated' });
    else paired.push(one);

  const free = new Set(stored);
  const meet = (matches: (one: SentLocation, other: StoredLocation) => boolean) => {
    for (const one of lastingFirst) {
      if (fates.has(one)) continue;
      for (const other of free) {
        if (other.addressId !== one.resolved.id || !matches(one, other)) continue;
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
  for (const one of sent) {
    if (fates.has(one)) continue;
    // What is over by the time the new one begins is not replaced by it: it would go on longer.
    const begins = one.record.startDate ?? today;
    const at = isOpen(one.record, today) ? leftOpen.findIndex((other) => isOpen(other, begins)) : -1;
    const [other] = at < 0 ? [] : leftOpen.splice(at, 1);
    fates.set(one, other ? { kind: 'replaces', stored: other } : { kind: 'new' });
  }
  return fates;
}

/** HR sent the period of a stored location, as far as it sent dates: ended ones match this way, too. */
function saysPeriodOf({ startDate, endDate }: LocationRecord, other: StoredLocation, today: string): boolean {
  if (endDate !== null)
    return other.endDate === endDate && (startDate === null || other.startDate === startDate);
  return startDate !== null && other.startDate === startDate && isOpen(other, today);
}

/** A time at the same address that was over before the stored one began is another time. */
const endsBefore = ({ endDate }: LocationRecord, other: StoredLocation): boolean =>
  endDate !== null && other.startDate !== null && endDate < other.startDate;

/**
 * Whether one of `others` is at the same address at the same time. What is stored takes no part, so that the same call
 * sent again repeats the same ones.
 */
function repeats(one: SentLocation, others: readonly SentLocation[], today: string): boolean {
  return others.some(
    ({ resolved, record }) =>
      resolved.id === one.resolved.id &&
      firstDay(one.record, today) <= lastDay(record) &&
      firstDay(record, today) <= lastDay(one.record),
  );
}

const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);

const firstDay = (record: LocationRecord, today: string): string =>
  record.startDate ?? defaultStart(record, today) ?? '0000-00-00';
const lastDay = ({ endDate }: LocationRecord): string => endDate ?? '9999-12-31';

/** HH-1: today; one that has ended by then began on an unknown day. */
export const defaultStart = (record: LocationRecord, today: string): string | null =>
  isOpen(record, today) ? today : null;
