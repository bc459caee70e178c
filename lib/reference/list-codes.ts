import { and, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { assignmentCode, gender, title } from '../../db/schema/district.ts';
import type { Context } from '../context.ts';
import { page } from '../paging.ts';

const codesAfter = (name: string, table: typeof gender | typeof assignmentCode | typeof title) =>
  defineQuery(name, (orm, p: Params<{ after: string | null; limit: number }>) =>
    orm
      .select({ code: table.code, description: table.description, active: table.active })
      .from(table)
      .where(and(inDistrict(table), sql`(${p.after}::text is null or ${table.code} > ${p.after})`))
      .orderBy(table.code)
      .limit(p.limit),
  );

const LISTS = {
  genders: codesAfter('genders by code, a page', gender),
  assignmentCodes: codesAfter('assignment codes by code, a page', assignmentCode),
  titles: codesAfter('titles by code, a page', title),
};

export type CodeList = keyof typeof LISTS;

/** The district's genders, assignment codes or titles by code. REF-1. */
export function listCodes(
  ctx: Context,
  list: CodeList,
  { limit, cursor }: { limit: number; cursor?: string[] },
) {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await LISTS[list](tx, { after: cursor?.[0] ?? null, limit: limit + 1 });
    return page(rows, limit, ({ code }) => [code]);
  });
}
