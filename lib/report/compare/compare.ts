import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineSearch } from '../../../db/query.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import type { Entry, Section } from '../schema.ts';
import { SECTIONS } from '../section-names.ts';
import { CHANGES_PAGE, type Change } from './changes.ts';
import { changesBetween, type Two } from './comparison.ts';
import type { ChangeCounts, ChangedEntry, Compared } from './schema.ts';
import { chosenTwo } from './versions.ts';

const ANY = '00000000-0000-0000-0000-000000000000';
const FULLEST = { earlier: ANY, later: ANY, section: 'errors' } as const;

const changeCounts = defineSearch(
  'how many entries changed, by section',
  (orm, two: Two) => {
    const c = changesBetween(orm, two);
    return orm
      .select({ section: c.section, change: c.change, n: count() })
      .from(c)
      .groupBy(c.section, c.change);
  },
  FULLEST,
);

const earlierEntry = alias(difference, 'earlier');
const laterEntry = alias(difference, 'later');

const entryOf = (d: typeof earlierEntry | typeof laterEntry): SQL<Entry | null> =>
  sql`case when ${d.seq} is not null then jsonb_build_object('staffNumber', ${d.staffNumber}, 'personId', ${d.personId}, 'campus', ${d.campus},
     'hr', ${d.hr}, 'fields', ${d.fields}, 'why', ${d.why}) end`;

const changedEntries = defineSearch(
  'entries that changed, in the report’s order',
  (orm, { change, offset, limit, ...two }: Two & { change?: Change | undefined } & Range) => {
    const c = changesBetween(orm, two);
    const inOrder = ({ section, place, earlierSeq }: Pick<typeof c, 'section' | 'place' | 'earlierSeq'>) => [
      sql`array_position(${sql.param(SECTIONS)}::text[], ${section})`,
      place,
      earlierSeq,
    ];
    const page = orm
      .select({
        section: c.section,
        place: c.place,
        change: c.change,
        earlierSeq: c.earlierSeq,
        laterSeq: c.laterSeq,
      })
      .from(c)
      .where(change && eq(c.change, change))
      .orderBy(...inOrder(c))
      .offset(offset)
      .limit(limit)
      .as('page');
    return orm
      .select({
        section: page.section,
        change: page.change,
        earlier: entryOf(earlierEntry),
        later: entryOf(laterEntry),
      })
      .from(page)
      .leftJoin(
        earlierEntry,
        and(
          inDistrict(earlierEntry),
          eq(earlierEntry.validationId, two.earlier),
          sql`${earlierEntry.section} = ${page.section}`,
          sql`${earlierEntry.seq} = ${page.earlierSeq}`,
        ),
      )
      .leftJoin(
        laterEntry,
        and(
          inDistrict(laterEntry),
          eq(laterEntry.validationId, two.later),
          sql`${laterEntry.section} = ${page.section}`,
          sql`${laterEntry.seq} = ${page.laterSeq}`,
        ),
      )
      .orderBy(...inOrder(page));
  },
  { ...FULLEST, change: 'new', offset: 1, limit: 1 },
);

interface Range {
  offset: number;
  limit: number;
}

/** How many entries came, went and changed, section by section. @throws NotFound */
export function countChanges(ctx: Context, compared: Compared): Promise<ChangeCounts> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await changeCounts(tx, await chosenTwo(tx, compared));
    const of = (section: Section, change: Change) =>
      rows.find((row) => row.section === section && row.change === change)?.n ?? 0;
    return SECTIONS.map((section) => ({
      section,
      new: of(section, 'new'),
      gone: of(section, 'gone'),
      changed: of(section, 'changed'),
    }));
  });
}

/** A page of them, in the report's order. @throws NotFound */
export function listChanges(
  ctx: Context,
  { page, ...compared }: Compared & { page: number },
): Promise<{ data: ChangedEntry[]; more: boolean }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const offset = (page - 1) * CHANGES_PAGE;
    const rows = await changes(tx, compared, { offset, limit: CHANGES_PAGE + 1 });
    return { data: rows.slice(0, CHANGES_PAGE), more: rows.length > CHANGES_PAGE };
  });
}

/** @throws NotFound */
export async function changes(tx: Transaction, compared: Compared, range: Range): Promise<ChangedEntry[]> {
  const { section, change } = compared;
  return changedEntries(tx, { ...(await chosenTwo(tx, compared)), section, change, ...range });
}
