import type { CampusPerson } from '../../change/campus-state.ts';
import type { PersonPlan } from '../../change/person-plan.ts';
import { currentIdentity, NAMES } from '../../change/plan/identities.ts';
import type { FieldError } from '../../failure.ts';
import type { StaffRecord } from '../../record/record.ts';
import { REPORT_WHY } from '../texts.ts';
import { addressDifferences, newAddresses, type Who } from './address-differences.ts';
import { assignmentDifferences } from './assignment-differences.ts';
import { broughtBy, broughtRows } from './brought.ts';
import { demographicDifferences, newPersonRow } from './demographic-differences.ts';
import { differingColumns, type ReportEntry } from './report-entry.ts';

/**
 * What the plan of one record gives the validation report (VAL-1, VAL-2). A new person counts under hrNotInCampus, with all
 * they bring; only their new addresses count a second time, under addresses (SYNC-11). A refused record counts under errors.
 *
 * @param person the record's person in Campus; null when there is none, or several
 */
export function differencesOf(
  plan: PersonPlan,
  record: StaffRecord,
  person: CampusPerson | null,
): ReportEntry[] {
  if (plan.outcome === 'failed') return [refused(plan, record)];
  const who = { staffNumber: plan.staffNumber, staffMember: staffMember(record, person) };
  if (person === null) return [onlyInHr(plan, record), ...newAddresses(plan, record, who)];
  return [
    ...demographicDifferences(plan, person),
    ...employmentDifferences(plan, who),
    ...assignmentDifferences(plan, record, who),
    ...addressDifferences(plan, record, who),
  ];
}

function onlyInHr(plan: PersonPlan, record: StaffRecord): ReportEntry {
  const likely = plan.warnings.find(({ code }) => code === 'likelyDuplicate');
  const hasHousehold = plan.warnings.every(({ code }) => code !== 'noHousehold');
  const why = REPORT_WHY.onlyInHr(plan.staffNumber, broughtBy(record), hasHousehold);
  return {
    section: 'hrNotInCampus',
    counted: true,
    fields: [],
    campus: null,
    hr: { ...newPersonRow(plan), ...broughtRows(record) },
    why: likely
      ? { rule: 'CMB-2', reason: `${why.reason} ${likely.message}`, candidates: likely.candidates }
      : why,
  };
}

/** The rules of a plan's errors; every other error is REF-2. */
const RULE_OF: Record<string, string> = {
  duplicateStaffNumber: 'SYNC-7',
  staffNumberTaken: 'STAFF-4',
  unknownStaffNumber: 'STAFF-6',
  unknownGender: 'STAFF-3',
  required: 'HH-1',
};

function refused(plan: PersonPlan, record: StaffRecord): ReportEntry {
  const [first] = plan.errors as [FieldError];
  const { lastName, firstName, middleName, gender, workEmail, workPhone, birthDate } = record.demographics;
  const columns = { lastName, firstName, middleName, gender, workEmail, workPhone, birthDate };
  return {
    section: 'errors',
    counted: true,
    fields: plan.errors.map((error) => error.pointer),
    campus: null,
    hr: { staffNumber: plan.staffNumber, ...columns },
    why: {
      rule: RULE_OF[first.code] ?? 'REF-2',
      reason: plan.errors.map((error) => error.message).join(' '),
    },
  };
}

const EMPLOYMENT = ['hireDate', 'terminationDate'] as const;

function employmentDifferences({ changes }: PersonPlan, who: Who): ReportEntry[] {
  return changes.flatMap((change) => {
    if (change.table !== 'employment' || change.op === 'delete') return [];
    const { before, after, rule, reason } = change;
    const side = ({ hireDate, terminationDate }: typeof after) => ({
      ...who,
      hireDate,
      terminationDate,
    });
    return [
      {
        section: 'employments' as const,
        counted: true,
        fields: before ? differingColumns(before, after, EMPLOYMENT) : [...EMPLOYMENT],
        campus: before && side(before),
        hr: side(after),
        why: { rule, reason },
      },
    ];
  });
}

/** *Last, First* as HR has it. */
function staffMember(record: StaffRecord, person: CampusPerson | null): string {
  const current = person ? currentIdentity(person) : undefined;
  const [lastName, firstName] = NAMES.map((field) => record.demographics[field] ?? current?.[field]);
  return [lastName, firstName].filter(Boolean).join(', ');
}
