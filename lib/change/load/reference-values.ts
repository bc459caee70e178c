import { and, eq, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { columnsOf } from '../../../db/columns-of.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { assignmentCode, gender, school, title } from '../../../db/schema/district.ts';
import { unnested } from '../../../db/unnested.ts';
import type { CodesSent } from '../../record/codes-sent.ts';
import type { ReferenceKind, ReferenceValues } from '../campus-state.ts';

type Kind = ReferenceKind;
const kindIs = (kind: Kind): SQL<Kind> => sql<Kind>`${sql.raw(`'${kind}'`)}`;

/** By `unnest`, since a prepared `= any($1)` compares each row with a thousand codes in turn. */
const valuesOf = defineQuery(
  'reference values by code',
  (orm, p: Params<{ [kind in Kind]: readonly string[] }>) => {
    const asked = {
      schools: unnested('asked', { code: [school.schoolNumber, p.schools] }),
      genders: unnested('asked', { code: [gender.code, p.genders] }),
      assignmentCodes: unnested('asked', { code: [assignmentCode.code, p.assignmentCodes] }),
      titles: unnested('asked', { code: [title.code, p.titles] }),
    };
    return unionAll(
      orm
        .select({
          kind: kindIs('schools'),
          code: school.schoolNumber,
          description: school.name,
          active: school.active,
        })
        .from(asked.schools.table)
        .innerJoin(school, and(inDistrict(school), eq(school.schoolNumber, asked.schools.columns.code))),
      orm
        .select({ kind: kindIs('genders'), ...columnsOf(gender, 'id') })
        .from(asked.genders.table)
        .innerJoin(gender, and(inDistrict(gender), eq(gender.code, asked.genders.columns.code))),
      orm
        .select({ kind: kindIs('assignmentCodes'), ...columnsOf(assignmentCode, 'id') })
        .from(asked.assignmentCodes.table)
        .innerJoin(
          assignmentCode,
          and(inDistrict(assignmentCode), eq(assignmentCode.code, asked.assignmentCodes.columns.code)),
        ),
      orm
        .select({ kind: kindIs('titles'), ...columnsOf(title, 'id') })
        .from(asked.titles.table)
        .innerJoin(title, and(inDistrict(title), eq(title.code, asked.titles.columns.code))),
    );
  },
);

/** The schools, genders, assignment codes and titles that the records name, as the district has them now (REF-2). */
export function loadReferenceValues(
  tx: Transaction,
  records: readonly CodesSent[],
): Promise<ReferenceValues> {
  return lookUpCodes(tx, codesOf(records));
}

/** The same by code. */
export async function lookUpCodes(tx: Transaction, codes: Codes): Promise<ReferenceValues> {
  const values = await readReferenceValues(tx, codes);
  const offered: ReferenceValues['offered'] = {};
  for (const kind of ['schools', 'genders', 'assignmentCodes'] as const)
    if (values[kind].size < codes[kind].size) offered[kind] = await OFFERED[kind](tx, { most: MAX_OFFERED });
  return { ...values, offered };
}

/** More than any district has schools; of longer lists a hint names a few anyway. */
const MAX_OFFERED = 500;
const OFFERED = {
  schools: defineQuery('active schools for a hint', (orm, p: Params<{ most: number }>) =>
    orm
      .select({ code: school.schoolNumber, description: school.name })
      .from(school)
      .where(and(inDistrict(school), school.active))
      .orderBy(school.schoolNumber)
      .limit(p.most),
  ),
  genders: defineQuery('active genders for a hint', (orm, p: Params<{ most: number }>) =>
    orm
      .select({ code: gender.code, description: gender.description })
      .from(gender)
      .where(and(inDistrict(gender), gender.active))
      .orderBy(gender.code)
      .limit(p.most),
  ),
  assignmentCodes: defineQuery('active assignment codes for a hint', (orm, p: Params<{ most: number }>) =>
    orm
      .select({ code: assignmentCode.code, description: assignmentCode.description })
      .from(assignmentCode)
      .where(and(inDistrict(assignmentCode), assignmentCode.active))
      .orderBy(assignmentCode.code)
      .limit(p.most),
  ),
};

export type DescribedValues = {
  [kind in Kind]: Map<string, { active: boolean; description: string }>;
};
export type Codes = { [kind in Kind]: ReadonlySet<string> };

/** The values of these codes; those that the district does not have are missing from the answer. */
export async function readReferenceValues(tx: Transaction, codes: Codes): Promise<DescribedValues> {
  const rows = await valuesOf(tx, {
    schools: [...codes.schools],
    genders: [...codes.genders],
    assignmentCodes: [...codes.assignmentCodes],
    titles: [...codes.titles],
  });
  const values: DescribedValues = {
    schools: new Map(),
    genders: new Map(),
    assignmentCodes: new Map(),
    titles: new Map(),
  };
  for (const { kind, code, active, description } of rows) values[kind].set(code, { active, description });
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
