import { recordAudit } from '../../audit/record-audit.ts';
import { CODE_STORES, type CodeRow } from '../../code-list/code-store.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import type { RowError } from '../row-error.ts';
import { SETUP_TEXTS } from '../texts.ts';
import { type CodeKind, LIST_OF } from './kinds.ts';
import { readCodes } from './read-codes.ts';

/** What an import did, or why it did nothing. */
export type CodesImported =
  | { outcome: 'imported'; created: number; changed: number; unchanged: number }
  | { outcome: 'refused'; errors: RowError[] };

/**
 * Imports a list of codes: new ones are created, known ones get the file's name and whether they are active. Those that the
 * file does not have stay. The whole file or nothing.
 * @throws Unreadable for what is no such file; Conflict when somebody else adds one of the codes at the same time
 */
export async function importCodes(
  ctx: Context,
  kind: CodeKind,
  source: AsyncIterable<Uint8Array>,
): Promise<CodesImported> {
  const { rows, errors } = await readCodes(kind, source);
  if (errors.length > 0) return { outcome: 'refused', errors };
  const store = CODE_STORES[LIST_OF[kind]];
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const stored = new Map((await store.all(tx)).map((row) => [row.code, row]));
    const created = rows.flatMap((row) => (stored.has(row.code) ? [] : [{ ...row, id: ctx.newId() }]));
    const changed = rows.flatMap((row) => {
      const before = stored.get(row.code);
      return before && differs(before, row) ? [{ ...row, id: before.id }] : [];
    });
    const inserted = await store.insertNew(tx, created);
    if (inserted.length < created.length) throw new Conflict(SETUP_TEXTS.listChanged());
    await store.update(tx, changed);
    const counts = { created: created.length, changed: changed.length };
    await recordAudit(ctx, tx, { action: 'codes.import', target: kind, detail: counts });
    return { outcome: 'imported', ...counts, unchanged: rows.length - counts.created - counts.changed };
  });
}

const differs = (one: CodeRow, other: CodeRow): boolean =>
  one.name !== other.name || one.type !== other.type || one.active !== other.active;
