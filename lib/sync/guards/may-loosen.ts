import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, ONE } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { toolRight } from '../../../db/schema/access.ts';
import type { Context } from '../../context.ts';
import { Forbidden } from '../../failure.ts';
import { latestRun } from '../run/run.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { holdOf } from './hold.ts';

const hasUserSecurity = defineQuery('whether a user has User Security', (orm, p: Params<{ id: string }>) =>
  orm
    .select(ONE)
    .from(toolRight)
    .where(and(inDistrict(toolRight), eq(toolRight.userId, p.id), eq(toolRight.right, 'User Security'))),
);

/**
 * Where a second person approves commits, the right to commit must not be enough to do without them.
 * @throws Forbidden without *User Security*, and for the user who requested the commit that is held
 */
export async function assertMayLoosen({ actor }: Context, tx: Transaction): Promise<void> {
  if (actor.kind !== 'user') return;
  if (!(await hasUserSecurity.first(tx, actor))) throw new Forbidden(SYNC_TEXTS.loosensWithoutRight());
  const run = await latestRun(tx);
  const hold = run?.status === 'validated' ? await holdOf(tx, run) : undefined;
  if (hold && !hold.approvedAt && hold.requestedById === actor.id)
    throw new Forbidden(SYNC_TEXTS.loosensOwnCommit());
}
