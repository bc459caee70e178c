import { and, eq, not } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { toolRight } from '../../db/schema/access.ts';
import type { ToolRight } from '../access/rights.ts';
import type { Context } from '../context.ts';

const takeOthers = defineCommand(
  'take all tool rights but these',
  (orm, p: Params<{ userId: string; rights: readonly ToolRight[] }>) =>
    orm
      .delete(toolRight)
      .where(
        and(inDistrict(toolRight), eq(toolRight.userId, p.userId), not(isOneOf(toolRight.right, p.rights))),
      ),
);

const writer = rowWriter(toolRight, ['id', 'userId', 'right']);

/** Makes these a user's tool rights, no more and no fewer. A right that the user keeps keeps its row. */
export async function giveRights(
  ctx: Context,
  tx: Transaction,
  { userId, rights }: { userId: string; rights: readonly ToolRight[] },
): Promise<void> {
  await takeOthers(tx, { userId, rights });
  const rows = rights.map((right) => ({ id: ctx.newId(), userId, right }));
  await writer.insertNew(tx, rows, ['userId', 'right']);
}
