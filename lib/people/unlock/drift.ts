import type { FieldDrift, RowDrift } from '../../../db/schema/notice.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import type { Change, Rows } from '../../change/change.ts';
import { FIELD_LABELS, type LabeledField } from '../../change/field-labels.ts';
import { PERSON_ROW_FIELDS, type PersonRow, type PersonRowField } from '../../change/person-row.ts';
import { currentIdentity } from '../../change/plan/identities.ts';
import type { Drift } from './schema.ts';

const NAMES = ['lastName', 'firstName', 'middleName'] as const;
type RowTable = RowDrift['table'];

/** Of each field and row that an edit during an unlock changes: HR's value (RO-5). Pure. */
export function driftOf(
  person: CampusPerson,
  changes: readonly Change[],
): { fields: FieldDrift[]; rows: RowDrift[] } {
  const fields: FieldDrift[] = [];
  const rows: RowDrift[] = [];
  for (const change of changes) {
    if (change.table === 'person' && change.op === 'update')
      for (const field of PERSON_ROW_FIELDS) {
        const [hr, campus] = [fieldText(change.before, field), fieldText(change.after, field)];
        if (hr !== campus || (field === 'ssn' && change.before.ssn !== change.after.ssn))
          fields.push({ field, hr });
      }
    if (change.table === 'identity' && change.op === 'insert') {
      const former = currentIdentity(person);
      for (const name of NAMES)
        if (former?.[name] !== change.after[name]) fields.push({ field: name, hr: former?.[name] ?? null });
    }
    if (change.table === 'employment' || change.table === 'districtAssignment')
      rows.push({ table: change.table, rowId: change.id, hr: change.before && withoutPerson(change.before) });
  }
  return { fields, rows };
}

const fieldText = (row: PersonRow, field: PersonRowField): string | null =>
  field === 'ssn' ? (row.ssn?.last4 ?? null) : row[field];

const withoutPerson = ({ personId: _, ...row }: Rows[RowTable]): Record<string, string | null> => row;

/** What still differs from HR's last record, in the order in which it was first changed. Pure. */
export const listDrift = (person: CampusPerson): Drift[] =>
  (person.notices ?? []).flatMap((notice): Drift[] => {
    if (notice.kind === 'addressMerged') return [];
    const drift =
      notice.kind === 'fieldDrift' ? ofField(notice.detail, person) : ofRow(notice.detail, person);
    return drift.hr === drift.campus && drift.what !== FIELD_LABELS.ssn ? [] : [drift];
  });

function ofField({ field, hr }: FieldDrift, person: CampusPerson): Drift {
  const name = NAMES.find((one) => one === field);
  const campus = name
    ? (currentIdentity(person)?.[name] ?? null)
    : fieldText(person, field as PersonRowField);
  return { what: FIELD_LABELS[field as LabeledField], hr, campus };
}

function ofRow({ table, rowId, hr }: RowDrift, { employments, positions }: CampusPerson): Drift {
  const row: Rows[RowTable] | undefined =
    table === 'employment'
      ? employments.find(({ id }) => id === rowId)
      : positions.find(({ id }) => id === rowId);
  return {
    what: table === 'employment' ? 'employment' : 'position',
    hr: hr && rowText(hr),
    campus: row ? rowText(row) : null,
  };
}

/** *010 · 4A61E262 · 2023-10-01 – open* */
function rowText(row: object): string {
  const value = row as Record<string, string | null | undefined>;
  const codes = [value.schoolNumber, value.titleCode, value.assignmentCode];
  const start = value.startDate ?? value.hireDate;
  const end = value.endDate ?? value.terminationDate ?? 'open';
  return [...codes, `${start} – ${end}`].filter(Boolean).join(' · ');
}
