import type { Context } from '../context.ts';
import { readCodes } from './read-codes.ts';
import { CODES_PAGE, type CodeNarrowing, type CodesFound } from './schema.ts';

/** A page of what HR must map to (REF-1), with uses and HR's values (REF-3). */
export const listUsedCodes = (
  ctx: Context,
  { page, ...narrowing }: CodeNarrowing & { page: number },
): Promise<CodesFound> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const found = await readCodes(tx, narrowing, {
      offset: (page - 1) * CODES_PAGE,
      limit: CODES_PAGE + 1,
    });
    return { data: found.slice(0, CODES_PAGE), more: found.length > CODES_PAGE };
  });
