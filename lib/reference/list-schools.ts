import { and, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { school } from '../../db/schema/district.ts';
import type { Context } from '../context.ts';
import { page } from '../paging.ts';

const schoolsAfter = defineQuery(
  'schools by number, a page',
  (orm, p: Params<{ after: string | null; limit: number }>) =>
    orm
      .select({
        schoolNumber: school.schoolNumber,
        name: school.name,
        type: school.type,
        active: school.active,
      })
      .from(school)
      .where(and(inDistrict(school), sql`(${p.after}::text is null or ${school.schoolNumber} > ${p.after})`))
      .orderBy(school.schoolNumber)
      .limit(p.limit),
);

/** The district's schools by number. REF-1. */
export function listSchools(ctx: Context, { limit, cursor }: { limit: number; cursor?: string[] }) {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await schoolsAfter(tx, { after: cursor?.[0] ?? null, limit: limit + 1 });
    return page(rows, limit, ({ schoolNumber }) => [schoolNumber]);
  });
}
