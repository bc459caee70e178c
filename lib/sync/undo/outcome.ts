import type { Warning } from '../../failure.ts';
import type { RunOutcome } from '../schema.ts';
import type { UndoPerson } from './load.ts';
import type { Kept, PersonUndo } from './person-state.ts';
import { rowIn } from './rows.ts';

/** What became, or would become, of one person in an undo. `held`: edited since, so that nothing of theirs goes back. */
export function undoOutcome({ personId, changes, kept }: PersonUndo): RunOutcome {
  const own = changes.find(({ table, id }) => table === 'person' && id === personId);
  if (own?.after === null) return 'removed';
  if (own?.before === null) return 'created';
  if (changes.length > 0) return 'updated';
  return kept.length > 0 ? 'held' : 'unchanged';
}

const NAMES: Record<string, string> = {
  person: 'Person',
  identity: 'Name',
  employment: 'District Employment',
  districtAssignment: 'District Assignment',
  household: 'Household',
  householdMember: 'Household member',
  householdLocation: 'Household location',
  address: 'Address',
  enrollment: 'Enrollment',
  guardianship: 'Guardianship',
};

/** What stayed, as a result tells it. */
export const keptWarnings = (kept: readonly Kept[]): Warning[] =>
  kept.map(({ table, fields, why }) => ({
    code: 'keptByUndo',
    message: `${NAMES[table] ?? table}${fields.length > 0 ? ` (${fields.map(fieldName).join(', ')})` : ''} stays. ${why}`,
  }));

const fieldName = (field: string): string => (field === 'hrManagedAt' ? 'managed by HR' : field);

/** The number the person has, or had when the run wrote them. */
export function staffNumberOf({ personId, state, entries }: UndoPerson): string {
  const own = rowIn(state.rows, { table: 'person', id: personId });
  const written = entries
    .flatMap(({ changes }) => changes)
    .filter((change) => change.table === 'person')
    .map(({ before, after }) => (after ?? before).staffNumber);
  return (own?.staffNumber ?? written.find((number) => typeof number === 'string') ?? '').trim();
}
