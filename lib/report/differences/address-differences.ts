import type { AddressComponents } from '../../address/components.ts';
import type { Rows } from '../../change/change.ts';
import type { LocationNote, Note, PersonPlan } from '../../change/person-plan.ts';
import type { StaffRecord } from '../../record/record.ts';
import { differingColumns, type ReportEntry } from './report-entry.ts';

type ShownLocation = NonNullable<LocationNote['campus']>;

/** HR's addresses that the commit would change or add, and, uncounted, those that are ignored, with the reason (VAL-1). */
export function addressDifferences(
  plan: PersonPlan,
  record: StaffRecord,
  staffMember: string,
): ReportEntry[] {
  return [
    ...plan.changes.flatMap((change) =>
      change.table === 'household' && change.op === 'update'
        ? [householdPair(change.before, change.after, change, staffMember)]
        : [],
    ),
    ...plan.notes.flatMap((note) => noteEntry(note, record, staffMember)),
  ];
}

function noteEntry(note: Note, record: StaffRecord, staffMember: string): ReportEntry[] {
  const why = { rule: note.rule, reason: note.reason };
  const entry = { section: 'addresses' as const, counted: false, fields: [], campus: null, why };
  if (note.about === 'householdIgnored') {
    const { name = null, phone = null } = record.household ?? {};
    return [{ ...entry, hr: { staffMember, householdName: name, householdPhone: phone } }];
  }
  if (note.about !== 'location' || note.location.outcome === 'same') return [];
  const { index, outcome, fields, campus, hr } = note.location;
  if (hr === null) {
    const address = record.household?.householdLocations[index]?.address;
    return [{ ...entry, hr: address ? { staffMember, ...parts(address) } : null }];
  }
  const counted = outcome === 'added' || outcome === 'changed';
  return [
    { ...entry, counted, fields, campus: campus && shown(campus, staffMember), hr: shown(hr, staffMember) },
  ];
}

function householdPair(
  before: Rows['household'],
  after: Rows['household'],
  { rule, reason }: { rule: string; reason: string },
  staffMember: string,
): ReportEntry {
  const columns = { name: 'householdName', phone: 'householdPhone' } as const;
  const side = ({ name, phone }: Rows['household']) => ({
    staffMember,
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

function shown({ address, ...location }: ShownLocation, staffMember: string): Record<string, unknown> {
  const { startDate, endDate, mailing, physical, secondary } = location;
  return {
    staffMember,
    ...parts(address),
    ...{ startDate, endDate, mailing, physical, private: location.private, secondary },
  };
}

function parts(address: AddressComponents): AddressComponents {
  const { postOfficeBox, number, prefix, street, tag, direction, apt, city, state, zip } = address;
  const { county, locationCode, tract, block } = address;
  const place = { postOfficeBox, number, prefix, street, tag, direction, apt, city, state, zip };
  return { ...place, county, locationCode, tract, block };
}
