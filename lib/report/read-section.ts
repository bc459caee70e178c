import type { Context } from '../context.ts';
import { cursorPlace, page } from '../paging.ts';
import { countEntries, type EntryFilter, entriesBehind, isNarrowed, shown } from './entries.ts';
import { storedReport } from './read-validation.ts';
import type { Entry, Section } from './schema.ts';

/** All entries of one section, in report order, and how many there are; as narrowed (VAL-3). @throws NotFound */
export function readSection(
  ctx: Context,
  input: { runId: string; section: Section; cursor?: string[]; limit: number } & EntryFilter,
): Promise<{ data: Entry[]; total: number; nextCursor: string | null }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const report = await storedReport(tx, input.runId);
    const place = { validationId: report.id, section: input.section };
    const after = cursorPlace(input.cursor);
    const rows = await entriesBehind(tx, place, input, { after, limit: input.limit + 1 });
    const { data, nextCursor } = page(rows, input.limit, ({ seq }) => [String(seq)]);
    const total = isNarrowed(input)
      ? await countEntries(tx, place, input)
      : (report.totals[input.section] ?? 0);
    return { data: data.map(shown), total, nextCursor };
  });
}
