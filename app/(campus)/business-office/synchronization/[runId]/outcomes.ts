import { parseAsStringLiteral } from 'nuqs/server';
import type { Tone } from '../../../../../components/ui/badge.tsx';
import { RESULT_ORDERS } from '../../../../../lib/sync/commit/result-orders.ts';
import type { RunOutcome } from '../../../../../lib/sync/schema.ts';
import { parseAsSearch } from '../../../url-state.ts';

/** The outcomes of a commit or an undo for one person, in the order of the filter. */
export const OUTCOMES = [
  'created',
  'updated',
  'removed',
  'unchanged',
  'held',
  'failed',
] as const satisfies RunOutcome[];

/** An outcome's name; an undo has different names. */
export const outcomeName = (outcome: RunOutcome, isUndo: boolean): string =>
  (isUndo ? OF_UNDO : OF_COMMIT)[outcome];

const OF_COMMIT: Record<RunOutcome, string> = {
  created: 'Created',
  updated: 'Updated',
  removed: 'Removed',
  unchanged: 'Unchanged',
  held: 'Excluded',
  failed: 'Failed',
};

const OF_UNDO: Record<RunOutcome, string> = {
  created: 'Recreated',
  updated: 'Restored',
  removed: 'Removed',
  unchanged: 'Nothing to undo',
  held: 'Kept',
  failed: 'Failed',
};

/** What of the results is in the URL. */
export const RESULTS = {
  outcome: parseAsStringLiteral(OUTCOMES),
  search: parseAsSearch,
  sort: parseAsStringLiteral(RESULT_ORDERS),
};

export const OUTCOME_TONES: Record<RunOutcome, Tone> = {
  created: 'accent',
  updated: 'good',
  unchanged: 'neutral',
  held: 'warn',
  failed: 'bad',
  removed: 'accent',
};
