import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { afterAll, DISTRICT_ID } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { type RunKind, type RunState, syncRun } from '../../../db/schema/sync.ts';
import type { Context } from '../../context.ts';
import { FIRST_STATE } from './states.ts';

interface NewRun {
  id: string;
  kind: RunKind;
  status: RunState;
  startedAt: Date;
  startedBy: string;
  staffTransferred: number;
  undoes: string | null;
}

const startOf = defineQuery('when a new run starts', (orm, p: Params<{ now: Date }>) =>
  orm.select({ at: afterAll(p.now, syncRun.startedAt) }).from(sql`(values (1)) as one(n)`),
);
const insertRun = defineCommand('insert a run', (orm, p: Params<NewRun>) =>
  orm.insert(syncRun).values({
    districtId: DISTRICT_ID,
    id: p.id,
    kind: p.kind,
    status: p.status,
    startedAt: p.startedAt,
    startedBy: p.startedBy,
    staffTransferred: p.staffTransferred,
    undoes: p.undoes,
  }),
);

/**
 * Adds a run to the history, in the state in which its kind begins. Hold the lock of the district's runs.
 * @param asked of an undo: the run it undoes, and how many people that changed
 * @returns the run's id
 */
export async function createRun(
  ctx: Context,
  tx: Transaction,
  asked: { kind: 'synchronization' } | { kind: 'undo'; undoes: string; staffTransferred: number },
): Promise<string> {
  const id = ctx.newId();
  const start = await startOf.first(tx, { now: ctx.now });
  await insertRun(tx, {
    undoes: null,
    staffTransferred: 0,
    ...asked,
    id,
    status: FIRST_STATE[asked.kind],
    startedAt: start?.at ?? ctx.now,
    startedBy: ctx.actor.name,
  });
  return id;
}
