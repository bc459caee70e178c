import type { Warning } from '../../failure.ts';
import type { RunOutcome } from '../schema.ts';
import type { UndoPerson } from './load.ts';
import type { Kept, PersonUndo } from './person-state.ts';
import { rowIn } from './rows.ts';
import { UNDO_TEXTS } from './texts.ts';

/** What an undo does, or would do, to one person. `held`: edited since then, so nothing is restored. */
export function undoOutcome({ personId, changes, kept }: PersonUndo): RunOutcome {
  const own = changes.find(({ table, id }) => table === 'person' && id === personId);
  if (own?.after === null) return 'removed';
  if (own?.before === null) return 'created';
  if (changes.length > 0) return 'updated';
  return kept.length > 0 ? 'held' : 'unchanged';
}

/** What was kept, as warnings of a result. */
export const keptWarnings = (kept: readonly Kept[]): Warning[] =>
  kept.map(({ table, fields, why }) => ({
    code: 'keptByUndo',
    message: UNDO_TEXTS.kept(table, fields, why),
  }));

/** The number the person has, or had when the run wrote them. */
export function staffNumberOf({ personId, state, entries }: UndoPerson): string {
  const own = rowIn(state.rows, { table: 'person', id: personId });
  const written = entries
    .flatMap(({ changes }) => changes)
    .filter((change) => change.table === 'person')
    .map(({ before, after }) => (after ?? before).staffNumber);
  return (own?.staffNumber ?? written.find((number) => typeof number === 'string') ?? '').trim();
}
