import type { Transaction } from '../../../db/client.ts';
import type { ChangeOf, JournaledChange } from '../change.ts';
import type { PlannedPerson } from '../planned-person.ts';
import { writers } from './row-writers.ts';

type NewTitle = ChangeOf<'title'> & { op: 'insert' };

/** Creates the titles the plans bring (REF-2), in the order of their codes so that parallel writers don't deadlock. */
export async function createTitles(
  tx: Transaction,
  plans: readonly PlannedPerson<JournaledChange>[],
): Promise<void> {
  const titles = plans
    .flatMap((plan) => plan.changes)
    .filter((change): change is NewTitle => change.table === 'title' && change.op === 'insert')
    .sort((a, b) => (a.after.code < b.after.code ? -1 : 1));
  await writers.title.insertNew(
    tx,
    titles.map(({ id, after }) => ({ id, ...after })),
    ['code'],
  );
}
