import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { CodesSent } from '../../record/codes-sent.ts';
import type { ReferenceValues } from '../campus-state.ts';

type Kind = 'school' | 'gender' | 'assignmentCode' | 'title';

/** The schools, genders, assignment codes and titles that the records name, as the district has them now (REF-2). */
export function loadReferenceValues(
  tx: Transaction,
  records: readonly CodesSent[],
): Promise<ReferenceValues> {
  return readReferenceValues(tx, codesOf(records));
}

export type DescribedValues = {
  [kind in keyof ReferenceValues]: Map<string, { active: boolean; description: string }>;
};
export type Codes = { [kind in keyof ReferenceValues]: ReadonlySet<string> };

/**
 * The values of these codes; those that the district does not have are missing from the answer. By `unnest`, since a
 * prepared `= any($1)` compares each row with a thousand codes in turn.
 */
export async function readReferenceValues(tx: Transaction, codes: Codes): Promise<DescribedValues> {
  const asked = [codes.schools, codes.genders, codes.assignmentCodes, codes.titles];
  const tuples = await tx.tuples<[Kind, string, boolean, string]>(
    `select 'school', s.school_number, s.active, s.name
       from unnest($2::text[]) as asked(code)
       join school s on s.district_id = $1 and s.school_number = asked.code
     union all
     select 'gender', g.code, g.active, g.description
       from unnest($3::text[]) as asked(code) join gender g on g.district_id = $1 and g.code = asked.code
     union all
     select 'assignmentCode', a.code, a.active, a.description
       from unnest($4::text[]) as asked(code) join assignment_code a on a.district_id = $1 and a.code = asked.code
     union all
     select 'title', t.code, t.active, t.description
       from unnest($5::text[]) as asked(code) join title t on t.district_id = $1 and t.code = asked.code`,
    [tx.districtId, ...asked.map((codes) => arrayLiteral([...codes]))],
  );
  const values: DescribedValues = {
    schools: new Map(),
    genders: new Map(),
    assignmentCodes: new Map(),
    titles: new Map(),
  };
  for (const [kind, code, active, description] of tuples)
    values[`${kind}s`].set(code, { active, description });
  return values;
}

export function codesOf(records: readonly CodesSent[]): Codes {
  const schools = new Set<string>();
  const genders = new Set<string>();
  const assignmentCodes = new Set<string>();
  const titles = new Set<string>();
  for (const { demographics, positions } of records) {
    if (demographics.gender) genders.add(demographics.gender);
    for (const { schoolNumber, assignmentCode, titleCode } of positions ?? []) {
      if (schoolNumber) schools.add(schoolNumber);
      if (assignmentCode) assignmentCodes.add(assignmentCode);
      if (titleCode) titles.add(titleCode);
    }
  }
  return { schools, genders, assignmentCodes, titles };
}
