import type { Context } from '../context.ts';
import { page } from '../paging.ts';

interface SchoolRow {
  schoolNumber: string;
  name: string;
  type: string | null;
  active: boolean;
}

/** The district's schools by number. REF-1. */
export function listSchools(ctx: Context, { limit, cursor }: { limit: number; cursor?: string[] }) {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await tx.rows<SchoolRow>(
      `select school_number as "schoolNumber", name, type, active
         from school
        where district_id = $1 and ($2::text is null or school_number > $2)
        order by school_number
        limit $3`,
      [ctx.district.id, cursor?.[0] ?? null, limit + 1],
    );
    return page(rows, limit, ({ schoolNumber }) => [schoolNumber]);
  });
}
