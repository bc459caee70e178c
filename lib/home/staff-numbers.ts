import type { Action, ActionKind } from './actions/schema.ts';
import type { StaffState } from './staff.ts';

type Numbers = Pick<StaffState, 'placeholderNumber' | 'duplicateNumber' | 'withoutNumber'>;

const COUNTED = [
  ['placeholders', 'placeholderNumber'],
  ['sharedNumbers', 'duplicateNumber'],
  ['missingNumbers', 'withoutNumber'],
] as const satisfies (readonly [ActionKind, keyof Numbers])[];

/** People whose staff number is to be corrected: the lists of Check Campus Data (CHK), from the counts that Home has anyway. */
export const numbersToCorrect = (staff: Numbers): Action[] =>
  COUNTED.flatMap(([kind, counted]) =>
    staff[counted] > 0 ? [{ kind, count: staff[counted], subject: null, at: null, runId: null }] : [],
  );
