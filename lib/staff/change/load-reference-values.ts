import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { StaffRecord } from '../record.ts';
import type { ReferenceValues } from './campus-state.ts';

type Kind = 'school' | 'gender' | 'assignmentCode' | 'title';

/** The schools, genders, assignment codes and titles that the records name, as the district has them now (REF-2). */
export async function loadReferenceValues(
  tx: Transaction,
  records: readonly StaffRecord[],
): Promise<ReferenceValues> {
  const asked = codesOf(records);
  const tuples = await tx.tuples<[Kind, string, boolean, string]>(
    'reference values by code',
    `select 'school', school_number, active, name from school where district_id = $1 and school_number = any($2::text[])
     union all
     select 'gender', code, active, description from gender where district_id = $1 and code = any($3::text[])
     union all
     select 'assignmentCode', code, active, description from assignment_code
      where district_id = $1 and code = any($4::text[])
     union all
     select 'title', code, active, description from title where district_id = $1 and code = any($5::text[])`,
    [tx.districtId, ...asked.map((codes) => arrayLiteral([...codes]))],
  );
  const values: ReferenceValues = {
    schools: new Map(),
    genders: new Map(),
    assignmentCodes: new Map(),
    titles: new Map(),
  };
  for (const [kind, code, active, description] of tuples)
    values[`${kind}s`].set(code, { active, description });
  return values;
}

function codesOf(records: readonly StaffRecord[]): [Set<string>, Set<string>, Set<string>, Set<string>] {
  const schools = new Set<string>();
  const genders = new Set<string>();
  const assignmentCodes = new Set<string>();
  const titles = new Set<string>();
  for (const { demographics, positions } of records) {
    if (demographics.gender) genders.add(demographics.gender);
    for (const { schoolNumber, assignmentCode, titleCode } of positions ?? []) {
      schools.add(schoolNumber);
      if (assignmentCode) assignmentCodes.add(assignmentCode);
      if (titleCode) titles.add(titleCode);
    }
  }
  return [schools, genders, assignmentCodes, titles];
}
