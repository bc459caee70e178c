import type { Transaction } from '../../../db/client.ts';
import { Moved } from '../campus-changed.ts';
import type { Change, ChangeOf, Table } from '../change.ts';
import type { PlannedPerson } from '../planned-person.ts';
import type { Writer } from '../writer.ts';
import { assertNotMerged } from './assert-not-merged.ts';
import { claimNumbers } from './claim-numbers.ts';
import { createAddresses } from './create-addresses.ts';
import { createTitles } from './create-titles.ts';
import { journal } from './journal.ts';
import { removePositions } from './remove-positions.ts';
import { writers } from './row-writers.ts';
import { writePeople } from './write-people.ts';

/**
 * Writes the plans of a batch: one statement per table and kind, and the journal with them. The transaction is the
 * caller's, so results and audit can join it.
 * @throws Moved when Campus changed since the batch was loaded: roll back, load and plan again.
 */
export async function applyPlans(
  tx: Transaction,
  writer: Writer,
  plans: readonly PlannedPerson[],
): Promise<void> {
  const touched = plans.filter((plan) => plan.changes.length > 0);
  if (touched.length === 0) return;
  await claimNumbers(tx, touched);
  await createTitles(tx, touched);
  const settled = await createAddresses(tx, touched);
  await writePeople(tx, writer, settled);

  const changes = settled.flatMap((plan) => plan.changes);
  await write(tx, changes, 'address', 'update');
  await write(tx, changes, 'household', 'insert');
  await write(tx, changes, 'household', 'update');
  for (const table of FROM_ROWS) {
    if (table === 'districtAssignment') await removePositions(tx, pick(changes, table, 'delete'));
    else await remove(tx, changes, table);
    await write(tx, changes, table, 'update');
    await write(tx, changes, table, 'insert');
  }
  await assertNotMerged(tx, changes);
  await journal(tx, writer, settled);
}

/** In the order in which their rows can be written. */
const FROM_ROWS = [
  'householdMember',
  'householdLocation',
  'identity',
  'employment',
  'districtAssignment',
  'enrollment',
  'guardianship',
] as const;

type Kind<T extends Table, O extends Change['op']> = Extract<ChangeOf<T>, { op: O }>;

const pick = <T extends Table, O extends Change['op']>(changes: readonly Change[], table: T, op: O) =>
  changes.filter((change): change is Kind<T, O> & Change => change.table === table && change.op === op);

async function write(
  tx: Transaction,
  changes: readonly Change[],
  table: keyof typeof writers,
  op: 'insert' | 'update',
): Promise<void> {
  // Of several updates of one row, such as an address that two people complete, the last holds all.
  const byId = new Map(pick(changes, table, op).map(({ id, after }) => [id, { id, ...after }]));
  const rows = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const writer = writers[table];
  if (op === 'insert') await writer.insert(tx, rows as never);
  else if ((await writer.update(tx, rows as never)).length !== rows.length)
    throw new Moved(`a row of ${table} is gone`);
}

async function remove(
  tx: Transaction,
  changes: readonly Change[],
  table: Exclude<(typeof FROM_ROWS)[number], 'districtAssignment'>,
) {
  // A household's row goes once, though every member's plan says so.
  const ids = [...new Set(pick(changes, table, 'delete').map((change) => change.id))];
  if (ids.length === 0) return;
  const removed = await writers[table].remove(tx, ids);
  if (removed !== ids.length) throw new Moved(`a row of ${table} is gone`);
}
