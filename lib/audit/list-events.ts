import type { Context } from '../context.ts';
import { readEvents } from './read-events.ts';
import type { AuditFound, AuditNarrowing } from './schema.ts';

/** One page of the audit log, the latest first, and whether there is another one. */
export const listEvents = (
  ctx: Context,
  { page, limit, ...narrowing }: AuditNarrowing & { page: number; limit: number },
): Promise<AuditFound> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await readEvents(ctx, tx, narrowing, { limit: limit + 1, offset: (page - 1) * limit });
    return { data: rows.slice(0, limit), more: rows.length > limit };
  });
