import { parseAsStringLiteral } from 'nuqs/server';
import type { Tone } from '../../../../../components/ui/badge.tsx';
import type { RunOutcome } from '../../../../../lib/sync/schema.ts';
import { parseAsSearch } from '../../../url-state.ts';

/** What can become of a person in a commit or an undo, in the order of the filter. */
export const OUTCOMES = [
  'created',
  'updated',
  'removed',
  'unchanged',
  'held',
  'failed',
] as const satisfies RunOutcome[];

/** An outcome's name; an undo tells of the same in its own words. */
export const outcomeName = (outcome: RunOutcome, isUndo: boolean): string =>
  isUndo ? OF_UNDO[outcome] : outcome.charAt(0).toUpperCase() + outcome.slice(1);

const OF_UNDO: Record<RunOutcome, string> = {
  created: 'Put back',
  updated: 'Restored',
  removed: 'Removed',
  unchanged: 'Nothing to undo',
  held: 'Kept',
  failed: 'Failed',
};

/** What of the results is in the URL. */
export const RESULTS = { outcome: parseAsStringLiteral(OUTCOMES), search: parseAsSearch };

export const OUTCOME_TONES: Record<RunOutcome, Tone> = {
  created: 'accent',
  updated: 'good',
  unchanged: 'neutral',
  held: 'warn',
  failed: 'bad',
  removed: 'accent',
};
