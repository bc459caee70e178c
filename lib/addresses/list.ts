import type { Context } from '../context.ts';
import { cursorId, page } from '../paging.ts';
import type { PairAddress } from './pair.ts';
import { addressesById } from './pair.ts';
import type { Decision } from './schema.ts';

interface Row {
  id: string;
  kind: Decision['kind'];
  firstId: string;
  secondId: string;
  decidedAt: Date;
  decidedBy: string;
  undoneAt: Date | null;
  undoneBy: string | null;
}

/** What was decided of addresses, the latest first, with what was taken back. */
export const listDecisions = (
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string[] },
): Promise<{ data: Decision[]; nextCursor: string | null }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await tx.rows<Row>(
      `select id, kind, first_id as "firstId", second_id as "secondId", decided_at as "decidedAt",
              decided_by as "decidedBy", undone_at as "undoneAt", undone_by as "undoneBy"
         from address_decision where district_id = $1 and ($2::uuid is null or id < $2)
        order by id desc limit $3`,
      [tx.districtId, cursorId(cursor) ?? null, limit + 1],
    );
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
