import type { Rows } from '../../change/change.ts';
import type { LocationNote, Note, PersonPlan } from '../../change/person-plan.ts';
import type { StaffRecord } from '../../record/record.ts';
import { addressParts } from './address-parts.ts';
import { differingColumns, type ReportEntry } from './report-entry.ts';

type ShownLocation = NonNullable<LocationNote['campus']>;

/** Whose address it is: two people may have one name. */
export interface Who {
  staffNumber: string;
  /** *Last, First* as HR has it. */
  staffMember: string;
}

/** HR's addresses that the commit would change or add, and, uncounted, those that are ignored, with the reason (VAL-1). */
export function addressDifferences(plan: PersonPlan, record: StaffRecord, who: Who): ReportEntry[] {
  return [
    ...plan.changes.flatMap((change) =>
      change.table === 'household' && change.op === 'update'
        ? [householdPair(change.before, change.after, change, who)]
        : [],
    ),
    ...plan.notes.flatMap((note) => noteEntry(note, record, who)),
  ];
}

/** Addresses of a new person that Campus does not have: the commit adds them (SYNC-11). */
export const newAddresses = (plan: PersonPlan, record: StaffRecord, who: Who): ReportEntry[] =>
  plan.notes
    .filter((note) => note.about === 'location' && note.location.isNew)
    .flatMap((note) => noteEntry(note, record, who));

function noteEntry(note: Note, record: StaffRecord, who: Who): ReportEntry[] {
  const why = { rule: note.rule, reason: note.reason };
  const entry = { section: 'addresses' as const, counted: false, fields: [], campus: null, why };
  if (note.about === 'householdIgnored') {
    const { name = null, phone = null } = record.household ?? {};
    return [{ ...entry, hr: { ...who, householdName: name, householdPhone: phone } }];
  }
  if (note.about !== 'location' || note.location.outcome === 'same') return [];
  const { index, outcome, fields, campus, hr } = note.location;
  if (hr === null) {
    const address = record.household?.householdLocations[index]?.address;
    return [{ ...entry, hr: address ? { ...who, ...addressParts(address) } : null }];
  }
  const counted = outcome === 'added' || outcome === 'changed';
  return [{ ...entry, counted, fields, campus: campus && shown(campus, who), hr: shown(hr, who) }];
}

function householdPair(
  before: Rows['household'],
  after: Rows['household'],
  { rule, reason }: { rule: string; reason: string },
  who: Who,
): ReportEntry {
  const columns = { name: 'householdName', phone: 'householdPhone' } as const;
  const side = ({ name, phone }: Rows['household']) => ({
    ...who,
    householdName: name,
    householdPhone: phone,
  });
  return {
    section: 'addresses',
    counted: true,
    fields: differingColumns(before, after, ['name', 'phone']).map((field) => columns[field]),
    campus: side(before),
    hr: side(after),
    why: { rule, reason },
  };
}

function shown({ address, ...location }: ShownLocation, who: Who): Record<string, unknown> {
  const { startDate, endDate, mailing, physical, secondary } = location;
  return {
    ...who,
    ...addressParts(address),
    ...{ startDate, endDate, mailing, physical, private: location.private, secondary },
  };
}
