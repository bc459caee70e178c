import { and, desc, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { addressDecision } from '../../db/schema/household.ts';
import type { Context } from '../context.ts';
import { cursorId, page } from '../paging.ts';
import type { PairAddress } from './pair.ts';
import { addressesById } from './pair.ts';
import type { Decision } from './schema.ts';

const decisions = defineQuery(
  'decisions on addresses, latest first',
  (orm, p: Params<{ before: string | null; limit: number }>) =>
    orm
      .select({
        id: addressDecision.id,
        kind: addressDecision.kind,
        firstId: addressDecision.firstId,
        secondId: addressDecision.secondId,
        decidedAt: addressDecision.decidedAt,
        decidedBy: addressDecision.decidedBy,
        undoneAt: addressDecision.undoneAt,
        undoneBy: addressDecision.undoneBy,
      })
      .from(addressDecision)
      .where(
        and(
          inDistrict(addressDecision),
          sql`(${p.before}::uuid is null or ${addressDecision.id} < ${p.before}::uuid)`,
        ),
      )
      .orderBy(desc(addressDecision.id))
      .limit(p.limit),
);

/** What was decided of addresses, the latest first, with what was taken back. */
export const listDecisions = (
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string[] },
): Promise<{ data: Decision[]; nextCursor: string | null }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await decisions(tx, { before: cursorId(cursor) ?? null, limit: limit + 1 });
    const addresses = await addressesById(
      tx,
      rows.flatMap(({ firstId, secondId }) => [firstId, secondId]),
    );
    const { data, nextCursor } = page(rows, limit, ({ id }) => [id]);
    return {
      data: data.map(({ firstId, secondId, decidedAt, undoneAt, ...row }) => ({
        ...row,
        first: addresses.get(firstId) as PairAddress,
        second: addresses.get(secondId) as PairAddress,
        decidedAt: decidedAt.toISOString(),
        undoneAt: undoneAt?.toISOString() ?? null,
      })),
      nextCursor,
    };
  });
