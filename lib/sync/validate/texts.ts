import { inLabels } from '../../record/in-labels.ts';
import { counted } from '../../text/numbers.ts';

/** A warning of the report: entries of its section *Errors*. */
export const commitWillRefuse = (entries: number): string =>
  `The commit will refuse ${counted(entries, 'entry', 'entries')} listed under errors. Everyone else will be committed.`;

/** Why a record that was not staged is listed under errors. */
export const setAsideBecause = (messages: readonly string[]): string =>
  `Set aside during the transfer. ${[...new Set(messages.map(inLabels))].join(' ')}`;
