import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import type { Entry, Section, ValidationReport } from './schema.ts';
import { SECTIONS } from './schema.ts';

/** "only the first 100 entries are displayed in the report" (VAL-2). */
export const SHOWN = 100;

interface Stored {
  id: string;
  generatedAt: Date;
  summary: ValidationReport['summary'];
  totals: Partial<Record<Section, number>>;
  warnings: ValidationReport['warnings'];
}

/** The stored report of a run, with the first 100 entries of each section. @throws NotFound until there is one */
export function readValidation(ctx: Context, input: { runId: string }): Promise<ValidationReport> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const report = await storedReport(tx, input.runId);
    const rows = await tx.rows<Entry & { section: Section }>(
      `${ENTRIES} and d.seq < $3 order by d.section, d.seq`,
      [tx.districtId, report.id, SHOWN],
    );
    const bySection = Map.groupBy(rows, (row) => row.section);
    const sections = Object.fromEntries(
      SECTIONS.map((section) => [
        section,
        {
          total: report.totals[section] ?? 0,
          entries: (bySection.get(section) ?? []).map(({ section: _, ...entry }) => entry),
        },
      ]),
    ) as ValidationReport['sections'];
    return {
      runId: input.runId,
      generatedAt: report.generatedAt.toISOString(),
      summary: report.summary,
      sections,
      warnings: report.warnings,
    };
  });
}

const ENTRIES = `select d.section, d.staff_number as "staffNumber", d.campus, d.hr, d.fields, d.why
  from difference d where d.district_id = $1 and d.validation_id = $2`;

async function storedReport(tx: Transaction, runId: string): Promise<Stored> {
  const report = await tx.row<Stored>(
    `select v.id, v.generated_at as "generatedAt", v.summary, v.totals, v.warnings
       from sync_run r join validation v on v.district_id = $1 and v.id = r.validation_id
      where r.district_id = $1 and r.id = $2`,
    [tx.districtId, runId],
  );
  if (!report) throw new NotFound('There is no validation report of this run. Validate it first.');
  return report;
}

/** All entries of one section, in report order, page by page: `after` is the place of the last one seen. */
export function readSection(
  ctx: Context,
  input: { runId: string; section: Section; after?: number; limit: number },
): Promise<{ data: Entry[]; total: number; next: number | null }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const report = await storedReport(tx, input.runId);
    const after = input.after ?? -1;
    const rows = await tx.rows<Entry & { section: Section }>(
      `${ENTRIES} and d.section = $3 and d.seq > $4 order by d.seq limit $5`,
      [tx.districtId, report.id, input.section, after, input.limit],
    );
    const total = report.totals[input.section] ?? 0;
    const last = after + rows.length;
    return {
      data: rows.map(({ section: _, ...entry }) => entry),
      total,
      next: last + 1 < total ? last : null,
    };
  });
}
