import type { Outcome } from '../../../../../lib/sync/schema.ts';

/** What can become of a person in a commit, in the order of the filter. */
export const OUTCOMES = ['created', 'updated', 'unchanged', 'held', 'failed'] as const satisfies Outcome[];
