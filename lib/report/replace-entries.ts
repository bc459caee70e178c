import { and, count, eq, max, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { difference } from '../../db/schema/validation.ts';
import { staffNumberKey } from '../record/record.ts';
import { type NewEntry, type Totals, writeDifferences } from './difference-writer.ts';
import type { Tag } from './people/changes.ts';
import { countFacets, type Facets } from './people/facets.ts';
import type { Section, Summary } from './schema.ts';
import { count as countEntry } from './summary.ts';

/** Whose entries are replaced. */
export interface Replaced {
  /** Of HR's record. */
  staffNumber: string;
  /** The person in Campus, whom the report listed as not in HR. */
  personId: string;
  /** People who share a staff number with nobody any more. */
  noTwins: readonly string[];
}

const takeOut = defineQuery(
  'take entries of one person out of a report',
  (orm, p: Params<{ validationId: string; key: string; personId: string; noTwins: readonly string[] }>) =>
    orm
      .delete(difference)
      .where(
        and(
          inDistrict(difference),
          eq(difference.validationId, p.validationId),
          or(
            and(
              sql`lower(btrim(${difference.staffNumber})) = ${p.key}`,
              sql`${difference.section} not in ('campusNotInHr', 'duplicateStaffNumbers')`,
            ),
            and(eq(difference.section, 'campusNotInHr'), eq(difference.personId, p.personId)),
            and(eq(difference.section, 'duplicateStaffNumbers'), isOneOf(difference.personId, p.noTwins)),
          ),
        ),
      )
      .returning({
        section: sql<Section>`${difference.section}`,
        seq: difference.seq,
        counted: difference.counted,
        fields: difference.fields,
        tags: sql<Tag[] | null>`${difference.tags}`,
      }),
);
const lastPlaces = defineQuery('the last place in each section', (orm, p: Params<{ validationId: string }>) =>
  orm
    .select({ section: sql<Section>`${difference.section}`, seq: max(difference.seq) })
    .from(difference)
    .where(and(inDistrict(difference), eq(difference.validationId, p.validationId)))
    .groupBy(difference.section),
);
const twinsLeft = defineQuery(
  'people of a report who share a staff number',
  (orm, p: Params<{ validationId: string }>) =>
    orm
      .select({
        people: count(),
        numbers: sql`count(distinct lower(btrim(${difference.staffNumber})))`.mapWith(Number),
      })
      .from(difference)
      .where(
        and(
          inDistrict(difference),
          eq(difference.validationId, p.validationId),
          eq(difference.section, 'duplicateStaffNumbers'),
        ),
      ),
);

/**
 * Replaces the entries of one person in a complete report, with its figures. New entries come last in their sections: the
 * places of the others stay. Changes `figures`; the caller stores them.
 */
export async function replaceEntries(
  tx: Transaction,
  validationId: string,
  figures: { summary: Summary; totals: Totals; facets: Facets },
  { staffNumber, personId, noTwins }: Replaced,
  entries: readonly NewEntry[],
): Promise<void> {
  const { summary, totals, facets } = figures;
  const add = (entry: Parameters<typeof countEntry>[1] & Parameters<typeof countFacets>[1], by: 1 | -1) => {
    totals[entry.section] = (totals[entry.section] ?? 0) + by;
    countEntry(summary, entry, by);
    countFacets(facets, entry, by);
  };
  const next: Totals = {};
  for (const { section, seq } of await lastPlaces(tx, { validationId })) next[section] = (seq ?? -1) + 1;
  const key = staffNumberKey(staffNumber);
  for (const { tags, ...entry } of await takeOut(tx, { validationId, key, personId, noTwins }))
    add({ ...entry, lead: tags ? { tags } : undefined }, -1);
  await writeDifferences(tx, validationId, entries, next);
  for (const entry of entries) add(entry, 1);
  summary.duplicateStaffNumbers = (await twinsLeft.first(tx, { validationId })) ?? { people: 0, numbers: 0 };
}
