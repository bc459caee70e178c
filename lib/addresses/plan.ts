import type { Rows } from '../change/change.ts';
import type { Location, LocationRow } from './locations.ts';

type AddressRow = Rows['address'];

/** What a merge did to locations, kept with its decision so that it can be undone. */
export interface MergeRecord {
  /** Locations that are at the kept address now. */
  moved: { id: string; before: LocationRow; after: LocationRow }[];
  /** Open locations of a household that had one at the kept address, too: that one is kept for both. */
  joined: {
    into: { id: string; before: LocationRow; after: LocationRow };
    removed: { id: string; before: LocationRow }[];
  }[];
  /** Addresses that had been merged into the dropped one before, and lead to the kept one now. */
  repointed: string[];
  /** The kept address, where the dropped one had a county or other details that it lacked. */
  filled: { before: AddressRow; after: AddressRow } | null;
}

/**
 * Every location at the dropped address becomes one at the kept address. A household that is at both today is there once:
 * over both times, for all that either was for. Pure.
 */
export function planMerge(
  locations: readonly Location[],
  { keptId, droppedId, today }: { keptId: string; droppedId: string; today: string },
): Pick<MergeRecord, 'moved' | 'joined'> {
  const open = ({ endDate }: LocationRow) => endDate === null || endDate >= today;
  const byHousehold = Map.groupBy(locations, ({ householdId }) => householdId);
  const record: Pick<MergeRecord, 'moved' | 'joined'> = { moved: [], joined: [] };
  for (const own of byHousehold.values()) {
    const atKept = own.find((one) => one.addressId === keptId && open(one));
    const removed = own.filter((one) => one.addressId === droppedId && atKept && open(one));
    for (const { id, ...before } of own)
      if (before.addressId === droppedId && !removed.some((one) => one.id === id))
        record.moved.push({ id, before, after: { ...before, addressId: keptId } });
    if (!atKept || removed.length === 0) continue;
    const { id, ...before } = atKept;
    record.joined.push({
      into: { id, before, after: removed.reduce<LocationRow>(joinLocations, before) },
      removed: removed.map(({ id: removedId, ...row }) => ({ id: removedId, before: row })),
    });
  }
  return record;
}

/** Not known is the earliest start, and open the latest end. */
const joinLocations = (a: LocationRow, b: LocationRow): LocationRow => ({
  ...a,
  startDate: a.startDate && b.startDate && ([a.startDate, b.startDate].sort()[0] as string),
  endDate: a.endDate && b.endDate && ([a.endDate, b.endDate].sort()[1] as string),
  mailing: a.mailing || b.mailing,
  physical: a.physical || b.physical,
  // If one of the joined locations was hidden, the kept one is hidden.
  private: a.private || b.private,
  secondary: a.secondary && b.secondary,
});

/**
 * What of a merge can be put back: locations that nobody edited since. The others stay as they are. Pure.
 *
 * @param now the recorded locations that are still there
 */
export function planUndo(
  { moved, joined }: Pick<MergeRecord, 'moved' | 'joined'>,
  now: readonly Location[],
): {
  back: { id: string; before: LocationRow | null; after: LocationRow }[];
  stays: { id: string; householdId: string }[];
} {
  const rows = new Map(now.map(({ id, ...row }) => [id, row]));
  const untouched = ({ id, after }: { id: string; after: LocationRow }) => {
    const row = rows.get(id);
    return (
      row !== undefined &&
      (Object.keys(after) as (keyof LocationRow)[]).every((column) => row[column] === after[column])
    );
  };
  const back: ReturnType<typeof planUndo>['back'] = [];
  const stays: ReturnType<typeof planUndo>['stays'] = [];
  for (const { id, before, after } of moved)
    if (untouched({ id, after })) back.push({ id, before: after, after: before });
    else stays.push({ id, householdId: before.householdId });
  for (const { into, removed } of joined) {
    if (!untouched(into)) {
      stays.push(...removed.map(({ id, before }) => ({ id, householdId: before.householdId })));
      continue;
    }
    back.push({ id: into.id, before: into.after, after: into.before });
    for (const { id, before } of removed) back.push({ id, before: null, after: before });
  }
  return { back, stays };
}
