import type { Warning } from '../../../failure.ts';
import type { LocationRecord } from '../../../record/record.ts';
import { dayBefore } from '../../../text/calendar.ts';
import type { Change, ChangeOf, Rows, Why } from '../../change.ts';
import type { Batch, Note } from '../../person-plan.ts';
import { rowOf } from '../../row-of.ts';
import { WHY } from '../texts.ts';
import { FLAGS, keptRow, newRow } from './location-rows.ts';
import { locationWarnings, noLongerPrivate, repeatedLocation } from './location-warnings.ts';
import {
  type LocationFate,
  pairLocations,
  type SentLocation,
  type StoredLocation,
} from './pair-locations.ts';

type Row = Rows['householdLocation'];

export interface LocationsPlan {
  changes: Change[];
  warnings: Warning[];
  notes: Note[];
}

/** HH-1, HH-3: the locations of one household, stored or about to be created, as HR's list wants them. */
export function planLocations(
  sent: readonly LocationRecord[],
  household: { id: string; locations: readonly StoredLocation[] },
  batch: Pick<Batch, 'today' | 'newId' | 'addresses'>,
): LocationsPlan {
  const plan: LocationsPlan = { changes: [], warnings: [], notes: [] };
  const located = sent.map((record, index) => ({
    index,
    record,
    resolved: batch.addresses.findOrPlan(record),
  }));
  const fates = pairLocations(located, household.locations, batch.today);
  for (const location of located) {
    if (location.resolved.change) plan.changes.push(location.resolved.change);
    plan.warnings.push(...locationWarnings(location));
    const fate = fates.get(location) as LocationFate;
    if (fate.kind === 'same') keep(plan, location, fate.stored);
    else if (fate.kind === 'repeated') repeat(plan, location);
    else {
      const row = newRow(location, household.id, batch.today);
      if (fate.kind === 'replaces') replace(plan, location, fate.stored, row, batch.newId);
      else add(plan, location, null, row, batch.newId());
    }
  }
  return plan;
}

/** The same address makes no new location: what was sent is updated in place. */
function keep(plan: LocationsPlan, location: SentLocation, stored: StoredLocation): void {
  const before = rowOf('householdLocation', stored);
  const after = keptRow(location, before);
  const fields = (['startDate', 'endDate', ...FLAGS] as const).filter(
    (field) => after[field] !== before[field],
  );
  if (fields.length > 0) plan.changes.push(update(stored, after, WHY.locationUpdated(fields)));
  const differing = [...fields, ...location.resolved.filled];
  plan.notes.push({
    about: 'location',
    location: {
      index: location.index,
      outcome: differing.length > 0 ? 'changed' : 'same',
      fields: differing,
      campus: { ...before, address: stored.address },
      hr: { ...after, address: location.resolved.address },
    },
    ...(differing.length > 0 ? WHY.locationUpdated(differing) : WHY.locationUnchanged()),
  });
}

function repeat(plan: LocationsPlan, { index }: SentLocation): void {
  const why = WHY.locationRepeated();
  const location = { index, outcome: 'repeated' as const, fields: [], campus: null, hr: null };
  plan.notes.push({ about: 'location', location, ...why });
  plan.warnings.push(repeatedLocation(index, why.reason));
}

/** Ends the old location the day before the new one starts, or takes its row over where there is no such day. */
function replace(
  plan: LocationsPlan,
  location: SentLocation,
  stored: StoredLocation,
  after: Row,
  newId: () => string,
): void {
  if (stored.private && location.record.private === null) plan.warnings.push(noLongerPrivate(location.index));
  const start = after.startDate as string;
  if (stored.startDate !== null && stored.startDate >= start) {
    const why = WHY.locationReplaced(start, stored.startDate);
    plan.changes.push(update(stored, after, why));
    noteAdded(plan, location, stored, after, why);
    return;
  }
  const endDate = dayBefore(start);
  if (stored.endDate === null || stored.endDate > endDate)
    plan.changes.push(
      update(stored, { ...rowOf('householdLocation', stored), endDate }, WHY.locationEnded(start)),
    );
  add(plan, location, stored, after, newId());
}

function add(
  plan: LocationsPlan,
  location: SentLocation,
  instead: StoredLocation | null,
  after: Row,
  id: string,
): void {
  const { isNew } = location.resolved;
  const why = instead ? WHY.locationFollows(isNew) : WHY.locationCreated(isNew);
  plan.changes.push({ table: 'householdLocation', op: 'insert', id, before: null, after, ...why });
  noteAdded(plan, location, instead, after, why);
}

function noteAdded(
  plan: LocationsPlan,
  { index, resolved }: SentLocation,
  instead: StoredLocation | null,
  after: Row,
  why: Why,
): void {
  const campus = instead && { ...rowOf('householdLocation', instead), address: instead.address };
  const hr = { ...after, address: resolved.address };
  const location = {
    index,
    outcome: 'added' as const,
    isNew: resolved.isNew,
    fields: ['address'],
    campus,
    hr,
  };
  plan.notes.push({ about: 'location', location, ...why });
}

const update = (stored: StoredLocation, after: Row, why: Why): ChangeOf<'householdLocation'> => ({
  table: 'householdLocation',
  op: 'update',
  id: stored.id,
  before: rowOf('householdLocation', stored),
  after,
  ...why,
});
