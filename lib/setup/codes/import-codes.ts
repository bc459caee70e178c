import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { assignmentCode, gender, school, title } from '../../../db/schema/district.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import type { RowError } from '../row-error.ts';
import type { CodeKind } from './kinds.ts';
import { type CodeRow, readCodes } from './read-codes.ts';

interface StoredCode extends CodeRow {
  id: string;
}
interface CodeStore {
  read(tx: Transaction): Promise<StoredCode[]>;
  insert(tx: Transaction, rows: readonly StoredCode[]): Promise<void>;
  update(tx: Transaction, rows: readonly StoredCode[]): Promise<unknown>;
}

const schoolWriter = rowWriter(school, ['id', 'schoolNumber', 'name', 'type', 'active']);
const allSchools = defineQuery('all schools', (orm) =>
  orm
    .select({
      id: school.id,
      code: school.schoolNumber,
      name: school.name,
      type: school.type,
      active: school.active,
    })
    .from(school)
    .where(inDistrict(school)),
);
const asSchool = ({ code, ...row }: StoredCode) => ({ ...row, schoolNumber: code });

function codeStore(kind: CodeKind, table: typeof gender | typeof assignmentCode | typeof title): CodeStore {
  const writer = rowWriter(table, ['id', 'code', 'description', 'active']);
  const all = defineQuery(`all ${kind}`, (orm) =>
    orm
      .select({ id: table.id, code: table.code, name: table.description, active: table.active })
      .from(table)
      .where(inDistrict(table)),
  );
  const asCode = ({ id, code, name, active }: StoredCode) => ({ id, code, description: name, active });
  return {
    read: async (tx) => (await all(tx)).map((row) => ({ ...row, type: null })),
    insert: (tx, rows) => writer.insert(tx, rows.map(asCode)),
    update: (tx, rows) => writer.update(tx, rows.map(asCode)),
  };
}

const STORES: Record<CodeKind, CodeStore> = {
  schools: {
    read: allSchools,
    insert: (tx, rows) => schoolWriter.insert(tx, rows.map(asSchool)),
    update: (tx, rows) => schoolWriter.update(tx, rows.map(asSchool)),
  },
  genders: codeStore('genders', gender),
  'assignment-codes': codeStore('assignment-codes', assignmentCode),
  titles: codeStore('titles', title),
};

/** What an import did, or why it did nothing. */
export type CodesImported =
  | { outcome: 'imported'; created: number; changed: number; unchanged: number }
  | { outcome: 'refused'; errors: RowError[] };

/**
 * Imports a list of codes: new ones are created, known ones get the file's name and whether they are active. Those that the
 * file does not have stay. The whole file or nothing.
 * @throws Unreadable for what is no such file
 */
export async function importCodes(
  ctx: Context,
  kind: CodeKind,
  source: AsyncIterable<Uint8Array>,
): Promise<CodesImported> {
  const { rows, errors } = await readCodes(kind, source);
  if (errors.length > 0) return { outcome: 'refused', errors };
  const store = STORES[kind];
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const stored = new Map((await store.read(tx)).map((row) => [row.code, row]));
    const created = rows.flatMap((row) => (stored.has(row.code) ? [] : [{ ...row, id: ctx.newId() }]));
    const changed = rows.flatMap((row) => {
      const before = stored.get(row.code);
      return before && differs(before, row) ? [{ ...row, id: before.id }] : [];
    });
    await store.insert(tx, created);
    await store.update(tx, changed);
    const counts = { created: created.length, changed: changed.length };
    await recordAudit(ctx, tx, { action: 'codes.import', target: kind, detail: counts });
    return { outcome: 'imported', ...counts, unchanged: rows.length - counts.created - counts.changed };
  });
}

const differs = (one: CodeRow, other: CodeRow): boolean =>
  one.name !== other.name || one.type !== other.type || one.active !== other.active;
