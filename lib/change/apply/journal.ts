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

/** One entry per person: the plan as carried out, updates reduced to the columns that differ. `rev` is the new one. */
export async function journal(
  tx: Transaction,
  context: JournalContext,
  plans: readonly PlannedPerson<JournaledChange>[],
): Promise<void> {
  await entries.insert(
    tx,
    plans.map((plan) => ({
      id: context.newId(),
      personId: plan.personId,
      runId: context.runId,
      requestId: context.requestId,
      origin: context.origin,
      actor: context.actor,
      occurredAt: context.now,
      rev: (plan.rev ?? 0) + 1,
      created: plan.rev === null,
      changes: JSON.stringify(plan.changes.map(encodeChange)),
    })),
  );
}
