import type { Context } from '../context.ts';
import { page } from '../paging.ts';

/** The tables of codes, by the name of their list. */
const TABLES = { genders: 'gender', assignmentCodes: 'assignment_code', titles: 'title' } as const;

export type CodeList = keyof typeof TABLES;

interface CodeRow {
  code: string;
  description: string;
  active: boolean;
}

/** The district's genders, assignment codes or titles by code. REF-1. */
export function listCodes(
  ctx: Context,
  list: CodeList,
  { limit, cursor }: { limit: number; cursor?: string[] },
) {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await tx.rows<CodeRow>(
      `select code, description, active
         from ${TABLES[list]}
        where district_id = $1 and ($2::text is null or code > $2)
        order by code
        limit $3`,
      [ctx.district.id, cursor?.[0] ?? null, limit + 1],
    );
    return page(rows, limit, ({ code }) => [code]);
  });
}
