import type { SyncRun } from '../../../../lib/sync/schema.ts';

export const STEPS = ['start', 'end', 'validate', 'commit'] as const;
export type Step = (typeof STEPS)[number];

/** The rail's names and what each step is about, in the guide's words (SYNC-12). */
export const STEP: Record<Step, { name: string; words: string[] }> = {
  start: {
    name: 'Start Sync',
    words: [
      'Start Transfer allows the transfer and collection of staff member data from human resources for comparison and validation against staff member data contained in Campus. The data transfer will be initiated by the human resource vendor.',
      'A synchronization compares every staff member with Campus, which takes time and resources. Off hours are recommended.',
    ],
  },
  end: {
    name: 'End Sync',
    words: [
      'End Transfer closes the transfer and collection process. End the transfer after it has been determined that all desired staff data has been transferred. The end transfer is only possible when data has been transferred.',
    ],
  },
  validate: {
    name: 'Validate',
    words: [
      'Validate compares the transferred staff with Campus and reports every difference. Nothing in Campus is changed.',
      'Validate off hours if you can: comparing everyone can slow Campus down.',
      'When Campus data was corrected since, validate again. When HR data was corrected, restart the transfer.',
    ],
  },
  commit: {
    name: 'Commit',
    words: [
      'Be sure that all your data is valid before proceeding with the Commit step. Once a synchronization has been committed, the data cannot be changed in the Campus UI. It can only be changed by performing another sync.',
      'Commit off hours if you can: people are updated while others may be working with them.',
    ],
  },
};

type State = SyncRun['status'] | 'none';

/** The step whose button is next. */
const CURRENT: Record<State, Step> = {
  none: 'start',
  transferring: 'end',
  transferred: 'validate',
  validated: 'commit',
  committing: 'commit',
  committed: 'start',
  cancelled: 'start',
};

const WORDS: Record<State, string> = {
  none: 'NOT STARTED',
  transferring: 'TRANSFER STARTED',
  transferred: 'TRANSFER ENDED',
  validated: 'VALIDATED',
  committing: 'COMMITTING',
  committed: 'COMMITTED',
  cancelled: 'CANCELLED',
};

export const currentStep = (state: State): Step => CURRENT[state];

/** A state as the guide writes it, without its brackets. */
export const stateInCapitals = (state: State): string => WORDS[state];

/** How many of the rail's steps are done. */
export const stepsDone = (state: State): number =>
  state === 'committed' ? STEPS.length : STEPS.indexOf(CURRENT[state]);
