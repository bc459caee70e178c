import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, json } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { syncRun } from '../../db/schema/sync.ts';
import { difference, validation } from '../../db/schema/validation.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { goneSince, NoLongerKept } from '../retention/gone.ts';
import { RETENTION_TEXTS } from '../retention/texts.ts';
import { dateIn } from '../time/date-in.ts';
import type { Totals } from './difference-writer.ts';
import { viewEntry } from './entries.ts';
import type { Facets } from './people/facets.ts';
import type { Entry, Section, ValidationReport } from './schema.ts';
import { SECTIONS } from './schema.ts';
import { REPORT_TEXTS } from './texts.ts';

/** "only the first 100 entries are displayed in the report" (VAL-2). */
export const ENTRIES_SHOWN = 100;

const firstEntries = defineQuery(
  'the first entries of each section',
  (orm, p: Params<{ validationId: string; shown: number; sections: readonly string[] }>) => {
    // By section: places have gaps where a person was validated again.
    const first = orm
      .select({
        section: difference.section,
        seq: difference.seq,
        staffNumber: difference.staffNumber,
        personId: difference.personId,
        campus: difference.campus,
        hr: difference.hr,
        fields: difference.fields,
        why: difference.why,
      })
      .from(difference)
      .where(
        and(
          inDistrict(difference),
          eq(difference.validationId, p.validationId),
          sql`${difference.section} = asked.section`,
        ),
      )
      .orderBy(asc(difference.seq))
      .limit(p.shown)
      .as('first');
    return orm
      .select({
        section: sql<Section>`${first.section}`,
        seq: first.seq,
        staffNumber: first.staffNumber,
        personId: first.personId,
        campus: json<Entry['campus']>(first.campus),
        hr: json<Entry['hr']>(first.hr),
        fields: first.fields,
        why: json<Entry['why']>(first.why),
      })
      .from(sql`unnest(${p.sections}::text[]) as asked(section)`)
      .crossJoinLateral(first)
      .orderBy(asc(first.section), asc(first.seq));
  },
);

const reportOfRun = defineQuery('the validation report of a run', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({
      id: validation.id,
      generatedAt: validation.generatedAt,
      summary: json<ValidationReport['summary']>(validation.summary),
      totals: json<Totals>(validation.totals),
      facets: json<Partial<Facets>>(validation.facets),
      warnings: json<ValidationReport['warnings']>(validation.warnings),
      goneSince: goneSince(orm, 'reports'),
    })
    .from(syncRun)
    .innerJoin(validation, and(inDistrict(validation), eq(validation.id, syncRun.validationId)))
    .where(and(inDistrict(syncRun), eq(syncRun.id, p.runId))),
);

export type StoredReport = Awaited<ReturnType<typeof reportOfRun>>[number];

/** The stored report of a run, with the first 100 entries of each section. @throws NotFound until there is one */
export function readValidation(ctx: Context, input: { runId: string }): Promise<ValidationReport> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const report = await storedReport(ctx, tx, input.runId);
    const rows = await firstEntries(tx, {
      ...{ validationId: report.id, shown: ENTRIES_SHOWN, sections: SECTIONS },
    });
    const bySection = Map.groupBy(rows, (row) => row.section);
    const sections = Object.fromEntries(
      SECTIONS.map((section) => [
        section,
        {
          total: report.totals[section] ?? 0,
          entries: (bySection.get(section) ?? []).map(viewEntry),
        },
      ]),
    ) as ValidationReport['sections'];
    return {
      runId: input.runId,
      generatedAt: report.generatedAt.toISOString(),
      summary: report.summary,
      sections,
      erased: report.facets.tags?.['change:erased'] ?? 0,
      sent: report.facets.sent ?? null,
      warnings: report.warnings,
    };
  });
}

/** @throws NotFound until there is one, and once its entries are no longer kept */
export async function storedReport(ctx: Context, tx: Transaction, runId: string): Promise<StoredReport> {
  const report = await reportOfRun.first(tx, { runId });
  if (!report) throw new NotFound(REPORT_TEXTS.notValidated());
  if (report.goneSince)
    throw new NoLongerKept(RETENTION_TEXTS.reportGone(dateIn(ctx.district.timeZone, report.goneSince)));
  return report;
}
