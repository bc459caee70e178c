import type { Transaction } from '../../../db/client.ts';
import { columnsOf, keysOf } from '../../../db/columns-of.ts';
import { rowWriter } from '../../../db/rows.ts';
import { type ChangeOrigin, changeJournal } from '../../../db/schema/journal.ts';
import type { JournaledChange } from '../change.ts';
import { type PersonRow, toColumns } from '../person-row.ts';
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
      changes: JSON.stringify(plan.changes.map(reduced)),
    })),
  );
}

function reduced(change: JournaledChange): object {
  if (change.op !== 'update')
    return { ...change, before: sealed(change.before), after: sealed(change.after) };
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const [old, young] = [sealed(change.before), sealed(change.after)];
  for (const column in young)
    if (old?.[column] !== young[column]) {
      before[column] = old?.[column];
      after[column] = young[column];
    }
  return { ...change, before, after };
}

/** A row as the journal has it: an SSN as three texts, never in clear. */
function sealed(row: object | null): Record<string, unknown> | null {
  if (!row || !('ssn' in row)) return row as Record<string, unknown> | null;
  const { ssnCipher, ssnIndex, ...columns } = toColumns(row as PersonRow);
  return {
    ...columns,
    ssnCipher: ssnCipher?.toString('base64') ?? null,
    ssnIndex: ssnIndex?.toString('base64') ?? null,
  };
}
