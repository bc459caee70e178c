import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { addressDecision } from '../../db/schema/household.ts';
import type { Context } from '../context.ts';
import type { MergeRecord } from './plan.ts';
import type { Decision } from './schema.ts';

interface Decided {
  id: string;
  kind: Decision['kind'];
  /** Of a merge the kept address; of two different ones the smaller id. */
  firstId: string;
  secondId: string;
  /** Of a merge: what its undo needs. */
  before?: MergeRecord;
}

const insert = defineCommand(
  'record a decision on two addresses',
  (orm, p: Params<Required<Decided> & { decidedAt: Date; decidedBy: string }>) =>
    orm.insert(addressDecision).values({
      districtId: DISTRICT_ID,
      id: p.id,
      kind: p.kind,
      firstId: p.firstId,
      secondId: p.secondId,
      before: p.before,
      decidedAt: p.decidedAt,
      decidedBy: p.decidedBy,
    }),
);

/** Records what an admin decided of two addresses, in the transaction that carries it out. */
export const recordDecision = (ctx: Context, tx: Transaction, decided: Decided): Promise<unknown> =>
  insert(tx, {
    ...decided,
    before: (decided.before ?? null) as MergeRecord,
    decidedAt: ctx.now,
    decidedBy: ctx.actor.name,
  });
