/** A run's states (SYNC-1). `none` is a district that never had a run. */
export const RUN_STATES = [
  'transferring',
  'transferred',
  'validated',
  'committing',
  'committed',
  'cancelled',
] as const;
export type RunState = (typeof RUN_STATES)[number];
export type RunCall = 'start' | 'transfer' | 'end' | 'restart' | 'validate' | 'commit' | 'cancel';

/** Which calls each state allows, by SYNC-1's words; the guard of every verb, the buttons and the tests read it here. */
const ALLOWED: Record<RunState | 'none', readonly RunCall[]> = {
  none: ['start'],
  transferring: ['transfer', 'end', 'restart'],
  transferred: ['validate', 'restart'],
  validated: ['validate', 'commit', 'restart'],
  committing: ['cancel'],
  committed: ['start'],
  cancelled: ['start'],
};

/** The calls as answers list them. `start` is taken wherever `restart` is (SYNC-4), though not listed there. */
export const allowedCalls = (state: RunState | 'none'): readonly RunCall[] => ALLOWED[state];

export const isAllowed = (state: RunState | 'none', call: RunCall): boolean =>
  ALLOWED[state].includes(call) || (call === 'start' && ALLOWED[state].includes('restart'));

/** A run that has not come to its end; a district has at most one. */
export const isLive = (state: RunState): boolean => state !== 'committed' && state !== 'cancelled';
