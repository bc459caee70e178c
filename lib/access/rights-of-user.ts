import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { toolRight } from '../../db/schema/access.ts';
import type { Actor } from '../context.ts';
import type { ToolRight } from './rights.ts';

const rightsById = defineQuery('the tool rights of a user', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({ right: toolRight.right })
    .from(toolRight)
    .where(and(inDistrict(toolRight), eq(toolRight.userId, p.userId))),
);

/** The tool rights of who acts; none for a client or a job. */
export async function rightsOf(tx: Transaction, actor: Actor): Promise<ToolRight[]> {
  if (actor.kind !== 'user') return [];
  return (await rightsById(tx, { userId: actor.id })).map(({ right }) => right);
}
