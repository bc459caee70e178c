/**
 * What a line of a pasted list does. *change* gives a person the number. *same*, *repeated* and *heading* do nothing, and
 * nothing is wrong with them. All others can't be used as they are.
 */
export const OUTCOMES = [
  'change',
  'same',
  'repeated',
  'heading',
  'unreadable',
  'notANumber',
  'nobody',
  'several',
  'pastedTwice',
  'taken',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const DONE_WITH: ReadonlySet<Outcome> = new Set<Outcome>(['change', 'same', 'repeated', 'heading']);
/** Whether a line waits for a correction. */
export const isUnusable = (outcome: Outcome): boolean => !DONE_WITH.has(outcome);
