import type { Action, ActionKind } from './actions/schema.ts';
import type { StaffState } from './staff.ts';

type Numbers = Pick<
  StaffState,
  'placeholderNumber' | 'sharedPlaceholder' | 'duplicateNumber' | 'withoutNumber'
>;

/**
 * People whose staff number is to be corrected, each once: the lists of Check Campus Data (CHK), from the counts that Home
 * has anyway. A placeholder that several people have is a placeholder: correcting it ends the sharing, too.
 */
export function numbersToCorrect(staff: Numbers): Action[] {
  const counted: [ActionKind, number][] = [
    ['placeholders', staff.placeholderNumber],
    ['sharedNumbers', staff.duplicateNumber - staff.sharedPlaceholder],
    ['missingNumbers', staff.withoutNumber],
  ];
  return counted.flatMap(([kind, count]) =>
    count > 0 ? [{ kind, count, subject: null, at: null, runId: null }] : [],
  );
}
