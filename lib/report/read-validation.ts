import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { ENTRIES, type StoredEntry, shown } from './entries.ts';
import type { Section, ValidationReport } from './schema.ts';
import { SECTIONS } from './schema.ts';

/** "only the first 100 entries are displayed in the report" (VAL-2). */
export const SHOWN = 100;

export interface StoredReport {
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
    const rows = await tx.rows<StoredEntry>(`${ENTRIES} and d.seq < $3 order by d.section, d.seq`, [
      tx.districtId,
      report.id,
      SHOWN,
    ]);
    const bySection = Map.groupBy(rows, (row) => row.section);
    const sections = Object.fromEntries(
      SECTIONS.map((section) => [
        section,
        {
          total: report.totals[section] ?? 0,
          entries: (bySection.get(section) ?? []).map(shown),
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

/** @throws NotFound until there is one */
export async function storedReport(tx: Transaction, runId: string): Promise<StoredReport> {
  const report = await tx.row<StoredReport>(
    `select v.id, v.generated_at as "generatedAt", v.summary, v.totals, v.warnings
       from sync_run r join validation v on v.district_id = $1 and v.id = r.validation_id
      where r.district_id = $1 and r.id = $2`,
    [tx.districtId, runId],
  );
  if (!report) throw new NotFound('There is no validation report of this run. Validate it first.');
  return report;
}
