import type { Transaction } from '../../../db/client.ts';
import { columnsOf, keysOf } from '../../../db/columns-of.ts';
import { rowWriter } from '../../../db/rows.ts';
import { type ChangeOrigin, changeJournal } from '../../../db/schema/journal.ts';
import type { JournaledChange } from '../change.ts';
import { encodeChange } from '../journal-format.ts';
import type { PlannedPerson } from '../planned-person.ts';

/** Who makes a change, why, and in which run or call. */
export interface JournalContext {
  origin: ChangeOrigin;
  actor: string;
  now: Date;
  newId: () => string;
  runId: string | null;
  requestId: string | null;
}

const entries = rowWriter(changeJournal, keysOf(columnsOf(changeJournal)));
const corrections = rowWriter(changeJournal, ['id', 'changes']);

/**
 * One entry per person: the plan as carried out, updates reduced to the columns that differ. `rev` is the new one.
 * @returns the ids of the entries, in the order of the plans
 */
export async function journal(
  tx: Transaction,
  context: JournalContext,
  plans: readonly PlannedPerson<JournaledChange>[],
): Promise<string[]> {
  const ids = plans.map(() => context.newId());
  await entries.insert(
    tx,
    plans.map((plan, i) => ({
      id: ids[i] as string,
      personId: plan.personId,
      runId: context.runId,
      requestId: context.requestId,
      origin: context.origin,
      actor: context.actor,
      occurredAt: context.now,
      rev: (plan.rev ?? 0) + 1,
      created: plan.rev === null,
      changes: changesOf(plan),
    })),
  );
  return ids;
}

/** For entries of the same transaction whose plan is carried out otherwise than it was journaled. */
export async function correctJournal(
  tx: Transaction,
  corrected: readonly { id: string; plan: PlannedPerson<JournaledChange> }[],
): Promise<void> {
  await corrections.update(
    tx,
    corrected.map(({ id, plan }) => ({ id, changes: changesOf(plan) })),
  );
}

const changesOf = ({ changes }: PlannedPerson<JournaledChange>): string =>
  JSON.stringify(changes.map(encodeChange));
