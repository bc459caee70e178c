import type { Transaction } from '../../../db/client.ts';
import { keysOf } from '../../../db/columns-of.ts';
import { CampusChanged } from '../campus-changed.ts';
import type { Change, ChangeKind, ChangeOf, Rows } from '../change.ts';
import type { PlannedPerson } from '../planned-person.ts';
import type { Writer } from '../writer.ts';
import { assertNotMerged } from './assert-not-merged.ts';
import { claimNumbers } from './claim-numbers.ts';
import { createAddresses } from './create-addresses.ts';
import { createTitles } from './create-titles.ts';
import { correctJournal, journal } from './journal.ts';
import { removePositions } from './remove-positions.ts';
import { type WrittenTable, writers } from './row-writers.ts';
import { settleNotices } from './settle-notices.ts';
import { removePeople, writePeople } from './write-people.ts';

/**
 * Writes the plans of a batch: one statement per table and kind, and the journal with them. The transaction is the
 * caller's, so results and audit can join it.
 * @throws CampusChanged when Campus changed since the batch was loaded: roll back, load and plan again.
 */
export async function applyPlans(
  tx: Transaction,
  writer: Writer,
  plans: readonly PlannedPerson[],
): Promise<void> {
  await settleNotices(
    tx,
    plans.flatMap(({ settles }) => settles ?? []),
  );
  const touched = plans.filter((plan) => plan.changes.length > 0);
  if (touched.length === 0) return;
  await claimNumbers(tx, touched);
  await writePeople(tx, writer, touched);
  const planned = byKind(touched);
  await writeKinds(tx, KINDS.slice(0, TITLES), planned);
  const entries = await journal(tx, writer, touched);
  // Late, because from here on a batch beside this one waits if it brings one of the same new titles …
  await createTitles(tx, touched);
  await writeKinds(tx, KINDS.slice(TITLES, ADDRESSES), planned);
  // … and last the addresses, which every batch of a first load brings.
  const settled = await createAddresses(tx, touched);
  await writeKinds(tx, KINDS.slice(ADDRESSES), settled === touched ? planned : byKind(settled));
  await assertNotMerged(tx, settled);
  await correctJournal(
    tx,
    settled.flatMap((plan, i) => (plan === touched[i] ? [] : [{ id: entries[i] as string, plan }])),
  );
}

const byKind = (plans: readonly PlannedPerson[]): Map<ChangeKind, Change[]> =>
  Map.groupBy(
    plans.flatMap((plan) => plan.changes),
    ({ table, op }) => `${table} ${op}` as ChangeKind,
  );

async function writeKinds(
  tx: Transaction,
  kinds: readonly ChangeKind[],
  changes: ReadonlyMap<ChangeKind, readonly Change[]>,
): Promise<void> {
  for (const kind of kinds) {
    const own = changes.get(kind);
    if (own) await WRITE[kind]?.(tx, own);
  }
}

type Write = (tx: Transaction, changes: readonly Change[]) => Promise<void>;

/** Of several updates of one row, such as an address that two people complete, the last holds all. */
function rowsOf<T extends WrittenTable>(changes: readonly Change[]): ({ id: string } & Rows[T])[] {
  const byId = new Map((changes as readonly ChangeOf<T>[]).map(({ id, after }) => [id, { id, ...after }]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) as ({ id: string } & Rows[T])[];
}

const insert =
  <T extends WrittenTable>(table: T): Write =>
  (tx, changes) =>
    writers[table].insert(tx, rowsOf<T>(changes));

const update =
  <T extends WrittenTable>(table: T): Write =>
  async (tx, changes) => {
    const rows = rowsOf<T>(changes);
    const written = await writers[table].update(tx, rows);
    if (written.length !== rows.length) throw new CampusChanged(`a row of ${table} is gone`);
  };

const remove =
  (table: WrittenTable): Write =>
  async (tx, changes) => {
    // A household's row goes once, though every member's plan says so.
    const ids = [...new Set(changes.map(({ id }) => id))];
    const removed = await writers[table].remove(tx, ids);
    if (removed !== ids.length) throw new CampusChanged(`a row of ${table} is gone`);
  };

/**
 * How each kind of change is written, in the order that foreign keys ask for. A kind that is missing here does not
 * compile. Null: the steps above write it, which need more than the rows.
 */
const WRITE: Record<ChangeKind, Write | null> = {
  'person insert': null,
  'person update': null,
  'household insert': insert('household'),
  'household update': update('household'),
  'householdMember delete': remove('householdMember'),
  'householdMember update': update('householdMember'),
  'householdMember insert': insert('householdMember'),
  'identity delete': remove('identity'),
  'identity update': update('identity'),
  'identity insert': insert('identity'),
  'employment delete': remove('employment'),
  'employment update': update('employment'),
  'employment insert': insert('employment'),
  'enrollment delete': remove('enrollment'),
  'enrollment update': update('enrollment'),
  'enrollment insert': insert('enrollment'),
  'guardianship delete': remove('guardianship'),
  'guardianship update': update('guardianship'),
  'guardianship insert': insert('guardianship'),
  'title insert': null,
  'districtAssignment delete': removePositions,
  'districtAssignment update': update('districtAssignment'),
  'districtAssignment insert': insert('districtAssignment'),
  'address insert': null,
  'address update': update('address'),
  'householdLocation delete': remove('householdLocation'),
  'householdLocation update': update('householdLocation'),
  'householdLocation insert': insert('householdLocation'),
  // Last, when nothing of theirs is left: a foreign key refuses what was added meanwhile.
  'household delete': remove('household'),
  'person delete': removePeople,
};
const KINDS = keysOf(WRITE);
const TITLES = KINDS.indexOf('title insert');
const ADDRESSES = KINDS.indexOf('address insert');
