import type { CampusPerson } from '../../change/campus-state.ts';
import type { ChangeOf, Rows } from '../../change/change.ts';
import type { PersonPlan } from '../../change/person-plan.ts';
import type { PersonRowField } from '../../change/person-row.ts';
import { personDifferences } from '../../change/plan/demographics.ts';
import { currentIdentity, NAMES } from '../../change/plan/identities.ts';
import { isInitialOf } from '../../change/plan/middle-initial.ts';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import { sameName } from '../../record/compare.ts';
import { REPORT_WHY } from '../texts.ts';
import type { ReportEntry } from './report-entry.ts';

type Name = Pick<Rows['identity'], (typeof NAMES)[number]>;
const NO_NAME: Name = { lastName: '', firstName: '', middleName: null };
/** Shown of everybody; of other fields only what differs (VAL-2). */
const SHOWN_FIELDS = ['gender', 'workEmail', 'workPhone', 'birthDate'] as const;

/** One pair for a person whose demographics differ, in whichever fields. */
export function demographicDifferences(plan: PersonPlan, person: CampusPerson): ReportEntry[] {
  const own = plan.changes.find((change) => change.table === 'person');
  const begun = newName(plan);
  const before = own?.before ?? person;
  const after = own?.after ?? person;
  const name = currentIdentity(person) ?? NO_NAME;
  const names = begun ? NAMES.filter((field) => !sameName(name[field], begun[field])) : [];
  const fields = [...names, ...(own ? personDifferences(before, after) : [])];
  if (fields.length === 0) return [];
  const initialOnly =
    begun !== undefined && names.join() === 'middleName' && isInitialOf(begun.middleName, name.middleName);
  const more = fields.length > names.length;
  return [
    {
      section: 'demographics',
      counted: true,
      initialOnly,
      fields,
      campus: demographicRow(before, name, fields),
      hr: demographicRow(after, begun ?? name, fields),
      why: initialOnly
        ? REPORT_WHY.initialSent(more)
        : begun
          ? REPORT_WHY.nameChanged(begun.lastName, begun.firstName, more)
          : { rule: own?.rule ?? '', reason: own?.reason ?? '' },
    },
  ];
}

const FURTHER_FIELDS = ['personalEmail', 'cellPhone', 'otherPhone', 'ssn'] as const;

/** All demographics of a person that HR has and Campus has not (SYNC-11). */
export function newPersonRow(plan: PersonPlan): Record<string, unknown> {
  const row = plan.changes.find((change) => change.table === 'person')?.after;
  if (!row) return {};
  const brought = FURTHER_FIELDS.filter((field) => row[field] !== null);
  return demographicRow(row, newName(plan) ?? NO_NAME, brought);
}

type NewIdentity = ChangeOf<'identity'> & { after: Rows['identity'] };

const newName = (plan: PersonPlan): NewIdentity['after'] | undefined =>
  plan.changes.find(
    (change): change is NewIdentity => change.table === 'identity' && Boolean(change.after?.current),
  )?.after;

function demographicRow(row: Omit<Rows['person'], 'hrManagedAt'>, name: Name, differing: readonly string[]) {
  const { lastName, firstName, middleName } = name;
  const shown: Record<string, unknown> = { staffNumber: row.staffNumber, lastName, firstName, middleName };
  for (const field of SHOWN_FIELDS) shown[field] = row[field];
  for (const field of differing)
    if (field === 'ssn') shown.ssn = maskedSsn(row.ssn);
    else if (!(field in shown)) shown[field] = row[field as PersonRowField];
  return shown;
}

/** VAL-4. */
const maskedSsn = (ssn: SealedSsn | null): string | null => ssn && `differs, ••••${ssn.last4}`;
