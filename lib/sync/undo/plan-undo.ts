import type { JournalChange } from '../../change/journal-format.ts';
import { Draft } from './draft.ts';
import { groupsOf } from './groups.ts';
import { invalidAfterUndo } from './invalid-after-undo.ts';
import type { BatchContext, Journaled, Kept, PersonState, PersonUndo } from './person-state.ts';
import { reverse } from './reverse.ts';
import { rowKey } from './rows.ts';

/**
 * Undoes what a run did to one person, by its before-images, the latest entry first. A person's own fields go back one
 * by one; what belongs together (a name and the one before it, a household's locations, a new person with all that is
 * theirs) is restored whole or kept whole. What was edited since then is kept and reported. Pure.
 */
export function planUndo(journaled: Journaled, state: PersonState, context: BatchContext): PersonUndo {
  const { personId } = journaled;
  const draft = new Draft(state.rows, context.addresses);
  const kept: Kept[] = [];
  for (const { changes } of journaled.entries)
    for (const group of groupsOf(changes, draft)) {
      const mark = draft.mark();
      const obstacles = group.changes
        .toReversed()
        .flatMap((change) => reverse(change, draft, state, context));
      if (group.perColumn) {
        kept.push(...obstacles);
        continue;
      }
      if (obstacles.length === 0) obstacles.push(...invalidAfterUndo(group, personId, draft, context));
      if (obstacles.length === 0) continue;
      draft.rollBack(mark);
      kept.push(...obstacles);
      if (group.kind === 'newPerson') giveBack(group.changes, draft, state);
    }
  // Of somebody who is not there and does not come back there is nothing that could be written.
  const place = { table: 'person', id: personId } as const;
  const there = state.rows.has(rowKey(place)) || draft.get(place) !== null;
  return { personId, changes: there ? draft.changes() : [], kept };
}

/** A new person who stays is Campus's own again, unless HR has sent them since. */
function giveBack(changes: readonly JournalChange[], draft: Draft, state: PersonState): void {
  const own = changes.find((change) => change.table === 'person' && change.op === 'insert');
  const row = own && draft.get(own);
  if (own && row && !state.hrSince && row.hrManagedAt === own.after?.hrManagedAt)
    draft.set(own, { ...row, hrManagedAt: null });
}
