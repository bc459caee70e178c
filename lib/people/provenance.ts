import type { CampusPerson } from '../change/campus-state.ts';
import type { HistoryEntry, JournalEntry, Origin } from './history.ts';
import { PERSON_FIELDS, type Person, type PersonField, type Written } from './person.ts';

type Changed = HistoryEntry['changes'][number];

const originOf = ({ at, actor, how, runId, requestId }: HistoryEntry): Origin => ({
  at,
  actor,
  how,
  runId,
  requestId,
});

/** For each field the entry that wrote it last, and the previous value (RO-2). `history` has the latest first. */
export function fieldsWritten(
  history: readonly JournalEntry[],
  person: Pick<CampusPerson, 'id' | 'identities'>,
): Person['written'] {
  const written: Person['written'] = {};
  // A value that came from a person combined with this one was never this person's own.
  const brought = new Set(
    history
      .filter(({ origin }) => origin === 'combine')
      .flatMap(({ changes }) =>
        changes.filter(({ table }) => table === 'identity').map(({ rowId }) => rowId),
      ),
  );
  for (const entry of history)
    for (const change of entry.changes) {
      if (change.table === 'person' ? change.rowId !== person.id : brought.has(change.rowId)) continue;
      for (const { field, before } of valuesOf(change, entry, person.identities))
        written[field] ??= { ...originOf(entry), before };
    }
  return written;
}

function valuesOf(
  change: Changed,
  entry: HistoryEntry,
  identities: CampusPerson['identities'],
): { field: PersonField; before: string | null }[] {
  const renames = change.table === 'identity' && change.op === 'insert';
  if (change.table !== 'person' && !renames && !(change.table === 'identity' && change.op === 'update'))
    return [];
  const former = renames ? endedBy(entry, identities) : undefined;
  return change.fields.flatMap(({ name, before, after }) => {
    const field = PERSON_FIELDS.find((known) => known === name);
    if (!field) return [];
    // A new identity replaces the one that ended when it began.
    const previous = former ? (former[field as 'lastName'] ?? null) : before;
    return previous === after ? [] : [{ field, before: previous }];
  });
}

function endedBy({ changes }: HistoryEntry, identities: CampusPerson['identities']) {
  const ended = changes.find(
    ({ table, op, fields }) =>
      table === 'identity' && op === 'update' && fields.some(({ name }) => name === 'current'),
  );
  return identities.find(({ id }) => id === ended?.rowId);
}

/** The entry that last wrote a row of employments or positions; `before` is its previous dates and codes. */
export function rowWritten(history: readonly HistoryEntry[], rowId: string): Written | null {
  for (const entry of history) {
    const changes = entry.changes.filter((change) => change.rowId === rowId);
    if (changes.length === 0) continue;
    const updates = changes.filter(({ op }) => op === 'update');
    const previous = updates.flatMap(({ fields }) =>
      fields.map(({ name, before }) => before ?? MISSING[name] ?? 'open'),
    );
    return { ...originOf(entry), before: updates.length > 0 ? previous.join(', ') : null };
  }
  return null;
}

const MISSING: Record<string, string> = { titleCode: 'no title code', assignmentCode: 'no assignment code' };

/** The entry by which HR took the person over: the first of HR's. */
export const takenOver = (history: readonly HistoryEntry[]): Origin | null => {
  const first = history.findLast(({ how }) => how !== 'campus');
  return first ? originOf(first) : null;
};
