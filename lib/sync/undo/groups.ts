import type { JournalChange } from '../../change/journal-format.ts';
import type { Draft } from './draft.ts';

/** Changes of one entry that are undone together. */
export interface Group {
  kind: 'newPerson' | 'gonePerson' | 'household' | 'other';
  /** Each column of each row by itself, instead of all or nothing. */
  perColumn: boolean;
  changes: JournalChange[];
}

/**
 * An entry's changes by what belongs together, the last one first. Titles, and addresses that were created or removed,
 * belong to no single person and are undone last (shared-rows.ts).
 */
export function groupsOf(all: readonly JournalChange[], draft: Draft): Group[] {
  const changes = all.filter(
    ({ table, op }) => table !== 'title' && (table !== 'address' || op === 'update'),
  );
  if (changes.length === 0) return [];
  const own = changes.find(({ table, op }) => table === 'person' && op !== 'update');
  // A run creates or removes a person with everything that belongs to them; combining two people is not part of a run.
  if (own) {
    const whole = changes.filter(({ table }) => table !== 'address');
    const details = changes.filter(({ table }) => table === 'address').map(alone);
    return [
      { kind: own.op === 'insert' ? 'newPerson' : 'gonePerson', perColumn: false, changes: whole },
      ...details,
    ];
  }
  const grouped = Map.groupBy(changes.toReversed(), (change) => groupOf(change, draft));
  return [...grouped.values()].map((group) => {
    const [first] = group as [JournalChange];
    // Several updates of one row, such as a code and a date of a position, go back one by one, too.
    const perColumn = PER_COLUMN.has(first.table) && group.every(({ op }) => op === 'update');
    return { kind: isHousehold(first) ? 'household' : 'other', perColumn, changes: group.toReversed() };
  });
}

const PER_COLUMN = new Set([
  'person',
  'address',
  'employment',
  'districtAssignment',
  'enrollment',
  'guardianship',
]);

const alone = (change: JournalChange): Group => ({
  kind: 'other',
  perColumn: change.op === 'update',
  changes: [change],
});

const isHousehold = ({ table }: JournalChange): boolean => table.startsWith('household');

/** The household that a change of it, of a member or of a location is about. */
export function householdOf(change: JournalChange, draft: Draft): string | undefined {
  if (change.table === 'household') return change.id;
  if (change.table !== 'householdMember' && change.table !== 'householdLocation') return undefined;
  return (change.after ?? change.before).householdId ?? draft.get(change)?.householdId;
}

function groupOf(change: JournalChange, draft: Draft): string {
  if (change.table === 'identity') return 'identity';
  if (!isHousehold(change)) return `${change.table} ${change.id}`;
  return `household ${householdOf(change, draft) ?? change.id}`;
}
