import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { ToolRight } from '../access/rights.ts';
import type { Context } from '../context.ts';

/** Makes these a user's tool rights, neither more nor fewer; a right that stays keeps its row. */
export async function giveRights(
  ctx: Context,
  tx: Transaction,
  { userId, rights }: { userId: string; rights: readonly ToolRight[] },
): Promise<void> {
  await tx.run(
    'delete from tool_right where district_id = $1 and user_id = $2 and not "right" = any($3::text[])',
    [tx.districtId, userId, arrayLiteral(rights)],
  );
  await tx.run(
    `insert into tool_right (district_id, id, user_id, "right")
     select $1, r.id, $2, r.name from unnest($3::uuid[], $4::text[]) r(id, name)
         on conflict (district_id, user_id, "right") do nothing`,
    [tx.districtId, userId, arrayLiteral(rights.map(ctx.newId)), arrayLiteral(rights)],
  );
}
