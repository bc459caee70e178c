import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { assignmentCode, gender, school, section, title } from '../../db/schema/district.ts';
import { districtAssignment, enrollment, person } from '../../db/schema/person.ts';
import type { ValueKind } from '../record/csv/meaning.ts';

/** A school, or a code with its description. */
export interface CodeRow {
  code: string;
  /** A school's name or a code's description. */
  name: string;
  /** Of a school. */
  type: string | null;
  active: boolean;
}

export interface StoredCode extends CodeRow {
  id: string;
}

/** What has a code: it can't be removed then. */
export interface CodeUses {
  people: number;
  positions: number;
  sections: number;
  students: number;
}

/** The rows of one list of codes, whichever table they are in. */
interface CodeStore {
  all(tx: Transaction): Promise<StoredCode[]>;
  /** Locked until the transaction ends. */
  one(tx: Transaction, code: string): Promise<StoredCode | undefined>;
  /** @returns the ids of those that the list did not have */
  insertNew(tx: Transaction, rows: readonly StoredCode[]): Promise<string[]>;
  update(tx: Transaction, rows: readonly StoredCode[]): Promise<string[]>;
  remove(tx: Transaction, id: string): Promise<number>;
  uses(tx: Transaction, code: string): Promise<CodeUses>;
}

type CodeTable = typeof gender | typeof assignmentCode | typeof title;
const NO_TYPE = sql<string | null>`null::text`;
const ZERO_USES = sql<number>`0`;
const counting = sql<number>`count(*)::integer`;

const schoolWriter = rowWriter(school, ['id', 'schoolNumber', 'name', 'type', 'active']);
const SCHOOL = {
  id: school.id,
  code: school.schoolNumber,
  name: school.name,
  type: school.type,
  active: school.active,
};
const allSchools = defineQuery('all schools', (orm) =>
  orm.select(SCHOOL).from(school).where(inDistrict(school)),
);
const oneSchool = defineQuery('lock a school', (orm, p: Params<{ code: string }>) =>
  orm
    .select(SCHOOL)
    .from(school)
    .where(and(inDistrict(school), eq(school.schoolNumber, p.code)))
    .for('no key update'),
);
const usesOfSchool = defineQuery('uses of a school', (orm, p: Params<{ code: string }>) => {
  const positions = orm
    .select({ n: counting })
    .from(districtAssignment)
    .where(and(inDistrict(districtAssignment), eq(districtAssignment.schoolNumber, p.code)));
  const sections = orm
    .select({ n: counting })
    .from(section)
    .where(and(inDistrict(section), eq(section.schoolNumber, p.code)));
  const students = orm
    .select({ n: counting })
    .from(enrollment)
    .where(and(inDistrict(enrollment), eq(enrollment.schoolNumber, p.code)));
  return orm
    .select({
      people: ZERO_USES,
      positions: sql<number>`(${positions})`,
      sections: sql<number>`(${sections})`,
      students: sql<number>`(${students})`,
    })
    .from(sql`(values (1)) as one`);
});
const removeSchool = defineCommand('remove a school', (orm, p: Params<{ id: string }>) =>
  orm.delete(school).where(and(inDistrict(school), eq(school.id, p.id))),
);
const asSchool = ({ code, ...row }: StoredCode) => ({ ...row, schoolNumber: code });

function codeStore(
  names: string,
  table: CodeTable,
  user: {
    of: 'people' | 'positions';
    table: typeof person | typeof districtAssignment;
    column:
      | typeof person.gender
      | typeof districtAssignment.titleCode
      | typeof districtAssignment.assignmentCode;
  },
): CodeStore {
  const writer = rowWriter(table, ['id', 'code', 'description', 'active']);
  const columns = {
    id: table.id,
    code: table.code,
    name: table.description,
    type: NO_TYPE,
    active: table.active,
  };
  const all = defineQuery(`all ${names}`, (orm) => orm.select(columns).from(table).where(inDistrict(table)));
  const one = defineQuery(`lock one of the ${names}`, (orm, p: Params<{ code: string }>) =>
    orm
      .select(columns)
      .from(table)
      .where(and(inDistrict(table), eq(table.code, p.code)))
      .for('no key update'),
  );
  const usesOf = defineQuery(`uses of one of the ${names}`, (orm, p: Params<{ code: string }>) =>
    orm
      .select({ n: counting })
      .from(user.table)
      .where(and(inDistrict(user.table), eq(user.column, p.code))),
  );
  const remove = defineCommand(`remove one of the ${names}`, (orm, p: Params<{ id: string }>) =>
    orm.delete(table).where(and(inDistrict(table), eq(table.id, p.id))),
  );
  const asCode = ({ id, code, name, active }: StoredCode) => ({ id, code, description: name, active });
  return {
    all,
    one: (tx, code) => one.first(tx, { code }),
    insertNew: (tx, rows) => writer.insertNew(tx, rows.map(asCode), ['code']),
    update: (tx, rows) => writer.update(tx, rows.map(asCode)),
    remove: (tx, id) => remove(tx, { id }),
    uses: async (tx, code) => ({
      ...NO_USES,
      [user.of]: (await usesOf.first(tx, { code }))?.n ?? 0,
    }),
  };
}

export const NO_USES: CodeUses = { people: 0, positions: 0, sections: 0, students: 0 };

/** Every list of codes of a district, for what adds to it, changes it or takes from it. */
export const CODE_STORES: Record<ValueKind, CodeStore> = {
  schools: {
    all: allSchools,
    one: (tx, code) => oneSchool.first(tx, { code }),
    insertNew: (tx, rows) => schoolWriter.insertNew(tx, rows.map(asSchool), ['schoolNumber']),
    update: (tx, rows) => schoolWriter.update(tx, rows.map(asSchool)),
    remove: (tx, id) => removeSchool(tx, { id }),
    uses: async (tx, code) => (await usesOfSchool.first(tx, { code })) ?? NO_USES,
  },
  genders: codeStore('genders', gender, { of: 'people', table: person, column: person.gender }),
  assignmentCodes: codeStore('assignment codes', assignmentCode, {
    of: 'positions',
    table: districtAssignment,
    column: districtAssignment.assignmentCode,
  }),
  titles: codeStore('titles', title, {
    of: 'positions',
    table: districtAssignment,
    column: districtAssignment.titleCode,
  }),
};
