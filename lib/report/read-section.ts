import type { Context } from '../context.ts';
import { cursorPlace, page } from '../paging.ts';
import { type EntryFilter, entriesAfter, entryCount, isNarrowed, viewEntry } from './entries.ts';
import { storedReport } from './read-validation.ts';
import type { Entry, Section } from './schema.ts';

/** All entries of one section, in report order, and how many there are; as narrowed (VAL-3). @throws NotFound */
export function readSection(
  ctx: Context,
  {
    runId,
    cursor,
    limit,
    ...asked
  }: {
    runId: string;
    section: Section;
    cursor?: string[];
    limit: number;
  } & EntryFilter,
): Promise<{ data: Entry[]; total: number; nextCursor: string | null }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const report = await storedReport(ctx, tx, runId);
    const inSection = { ...asked, validationId: report.id };
    const rows = await entriesAfter(tx, { ...inSection, after: cursorPlace(cursor), limit: limit + 1 });
    const { data, nextCursor } = page(rows, limit, ({ seq }) => [String(seq)]);
    const total = isNarrowed(asked)
      ? ((await entryCount(tx, inSection))[0]?.total ?? 0)
      : (report.totals[asked.section] ?? 0);
    return { data: data.map(viewEntry), total, nextCursor };
  });
}
