import type { Warning } from '../../../failure.ts';
import type { LocationRecord } from '../../../record/record.ts';
import { dayBefore } from '../../../text/calendar.ts';
import type { Change, ChangeOf, Rows } from '../../change.ts';
import type { Batch, Note } from '../../person-plan.ts';
import { rowOf } from '../../row-of.ts';
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
  const met = sent.map((record, index) => ({ index, record, met: batch.addresses.meet(record) }));
  const fates = pairLocations(met, household.locations, batch.today);
  for (const location of met) {
    if (location.met.change) plan.changes.push(location.met.change);
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
  if (fields.length > 0)
    plan.changes.push(
      update(stored, after, `The household has this address already: ${fields.join(', ')} updated.`),
    );
  const differing = [...fields, ...location.met.filled];
  const known = 'The household has this address already';
  plan.notes.push({
    about: 'location',
    location: {
      index: location.index,
      outcome: differing.length > 0 ? 'changed' : 'same',
      fields: differing,
      campus: { ...before, address: stored.address },
      hr: { ...after, address: location.met.address },
    },
    rule: 'HH-3',
    reason: differing.length > 0 ? `${known}; HR changes or adds ${differing.join(', ')}.` : `${known}.`,
  });
}

function repeat(plan: LocationsPlan, { index }: SentLocation): void {
  const reason = 'Another location of this call has the same address at the same time: it stands once.';
  const location = { index, outcome: 'repeated' as const, fields: [], campus: null, hr: null };
  plan.notes.push({ about: 'location', location, rule: 'HH-3', reason });
  plan.warnings.push(repeatedLocation(index, reason));
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
    const reason = `The new address holds from ${start}, no later than the old one (${stored.startDate}): it replaces it.`;
    plan.changes.push(update(stored, after, reason));
    noteAdded(plan, location, stored, after, reason);
    return;
  }
  const endDate = dayBefore(start);
  if (stored.endDate === null || stored.endDate > endDate)
    plan.changes.push(
      update(
        stored,
        { ...rowOf('householdLocation', stored), endDate },
        `HR sends another address from ${start}: the old one ends the day before.`,
      ),
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
  const at = location.met.isNew ? 'at an address that is new in Campus' : 'at an address that Campus has';
  const reason = `${instead ? 'It follows the location before' : 'The household has no such location'}: created ${at}.`;
  const rule = instead ? 'HH-3' : 'HH-1';
  plan.changes.push({ table: 'householdLocation', op: 'insert', id, before: null, after, rule, reason });
  noteAdded(plan, location, instead, after, reason);
}

function noteAdded(
  plan: LocationsPlan,
  { index, met }: SentLocation,
  instead: StoredLocation | null,
  after: Row,
  reason: string,
): void {
  const campus = instead && { ...rowOf('householdLocation', instead), address: instead.address };
  const hr = { ...after, address: met.address };
  const location = { index, outcome: 'added' as const, fields: ['address'], campus, hr };
  plan.notes.push({ about: 'location', location, rule: instead ? 'HH-3' : 'HH-1', reason });
}

const update = (stored: StoredLocation, after: Row, reason: string): ChangeOf<'householdLocation'> => ({
  table: 'householdLocation',
  op: 'update',
  id: stored.id,
  before: rowOf('householdLocation', stored),
  after,
  rule: 'HH-3',
  reason,
});
