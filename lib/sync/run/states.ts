import type { RunKind, RunState } from '../../../db/schema/sync.ts';

export type { RunState } from '../../../db/schema/sync.ts';

/** A run's states (SYNC-1). `none` is a district that never had a run. */
export const RUN_STATES = [
  'transferring',
  'transferred',
  'validated',
  'committing',
  'committed',
  'cancelled',
] as const satisfies readonly RunState[];
/** The calls of the API that depend on the state, by their names. */
export type RunCall = 'start' | 'transfer' | 'end' | 'validate' | 'commit' | 'submitCommitJob';

/**
 * Which calls each state allows (SYNC-1). The guard of every verb, the answers, the buttons and the tests read it here.
 * `start` on a live run restarts it (SYNC-4).
 */
const ALLOWED: Record<RunState | 'none', readonly RunCall[]> = {
  none: ['start'],
  transferring: ['transfer', 'end', 'start'],
  transferred: ['validate', 'start'],
  validated: ['validate', 'commit', 'submitCommitJob', 'start'],
  committing: [],
  committed: ['start'],
  cancelled: ['start'],
};

export const allowedCalls = (state: RunState | 'none'): readonly RunCall[] => ALLOWED[state];

export const isAllowed = (state: RunState | 'none', call: RunCall): boolean => ALLOWED[state].includes(call);

/** A run that has not ended. A district has at most one. */
export const isLive = (state: RunState): boolean => state !== 'committed' && state !== 'cancelled';

/** The state in which a new run begins: an undo writes from the start, as a commit does. */
export const FIRST_STATE: Record<RunKind, RunState> = {
  synchronization: 'transferring',
  undo: 'committing',
};

export interface TransitionRule {
  from: readonly RunState[];
  to: RunState;
  /** Columns that keep the moment. */
  stamps?: readonly ('validatedAt' | 'committedAt' | 'endedAt')[];
  /** A job that still works on the run can't write any more. */
  stopsJob?: boolean;
}

/** Every change of a run's state. Nothing else changes it: transition.ts writes them with this table as its guard. */
export const TRANSITIONS = {
  /** The transfer is complete. */
  end: { from: ['transferring'], to: 'transferred' },
  /** A validation has ended. */
  validate: { from: ['transferred', 'validated'], to: 'validated', stamps: ['validatedAt'] },
  /** The commit is submitted. */
  beginCommit: { from: ['validated'], to: 'committing' },
  /** The commit or the undo has ended. */
  complete: { from: ['committing'], to: 'committed', stamps: ['committedAt', 'endedAt'] },
  /** The commit failed as a whole; it can be submitted again. */
  failCommit: { from: ['committing'], to: 'validated', stopsJob: true },
  /** A new run replaces it. A commit that is under way is not replaced. */
  replace: {
    from: ['transferring', 'transferred', 'validated'],
    to: 'cancelled',
    stamps: ['endedAt'],
    stopsJob: true,
  },
  /** An admin gives it up, or an undo failed as a whole. */
  cancel: {
    from: ['transferring', 'transferred', 'validated', 'committing'],
    to: 'cancelled',
    stamps: ['endedAt'],
    stopsJob: true,
  },
} as const satisfies Record<string, TransitionRule>;
export type Transition = keyof typeof TRANSITIONS;
