import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { type RunState, syncRun } from '../../../db/schema/sync.ts';
import { Conflict } from '../../failure.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { type Fence, Fenced } from './fence.ts';
import { TRANSITIONS, type Transition, type TransitionRule } from './states.ts';

interface Changes {
  runId: string;
  /** Only as long as the run has this attempt; null where no job writes. */
  attempt: number | null;
  from: readonly RunState[];
  to: RunState;
  attempts: number;
  /** Null keeps what is stored. */
  validationId: string | null;
  validatedAt: Date | null;
  committedAt: Date | null;
  endedAt: Date | null;
}

const changeState = defineCommand('change the state of a run', (orm, p: Params<Changes>) =>
  orm
    .update(syncRun)
    .set({
      status: asStored(p.to, syncRun.status),
      attempt: sql`${syncRun.attempt} + ${p.attempts}::integer`,
      validationId: sql`coalesce(${p.validationId}, ${syncRun.validationId})`,
      validatedAt: sql`coalesce(${asStored(p.validatedAt, syncRun.validatedAt)}, ${syncRun.validatedAt})`,
      committedAt: sql`coalesce(${asStored(p.committedAt, syncRun.committedAt)}, ${syncRun.committedAt})`,
      endedAt: sql`coalesce(${asStored(p.endedAt, syncRun.endedAt)}, ${syncRun.endedAt})`,
    })
    .where(
      and(
        inDistrict(syncRun),
        eq(syncRun.id, p.runId),
        isOneOf(syncRun.status, p.from),
        or(isNull(sql`${p.attempt}::integer`), eq(syncRun.attempt, p.attempt)),
      ),
    ),
);

/**
 * Changes a run's state as `TRANSITIONS` allows it.
 * @throws Conflict when the run is in none of the states that the transition begins from
 */
export async function transition(
  tx: Transaction,
  { id }: { id: string },
  name: Transition,
  at: Date,
): Promise<void> {
  const changed = await changeState(tx, {
    ...changesOf(name, at),
    runId: id,
    attempt: null,
    validationId: null,
  });
  if (changed === 0) throw new Conflict(SYNC_TEXTS.runChanged());
}

/**
 * The same by a job that holds the run's fence.
 * @param validationId of the validation that has ended
 * @throws Fenced when the run is in another state, or another attempt has taken it over
 */
export async function transitionByJob(
  tx: Transaction,
  { runId, attempt }: Fence,
  name: Transition,
  at: Date,
  validationId: string | null = null,
): Promise<void> {
  const changed = await changeState(tx, { ...changesOf(name, at), runId, attempt, validationId });
  if (changed === 0) throw new Fenced('The run is in another state by now.');
}

function changesOf(name: Transition, at: Date) {
  const { from, to, stamps = [], stopsJob = false }: TransitionRule = TRANSITIONS[name];
  const stamp = (column: (typeof stamps)[number]) => (stamps.includes(column) ? at : null);
  return {
    from,
    to,
    attempts: stopsJob ? 1 : 0,
    validatedAt: stamp('validatedAt'),
    committedAt: stamp('committedAt'),
    endedAt: stamp('endedAt'),
  };
}
