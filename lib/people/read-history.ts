import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { type ChangeOrigin, changeJournal } from '../../db/schema/journal.ts';
import type { JournalEntry, Origin } from './history.ts';

interface JournaledChange {
  table: string;
  op: 'insert' | 'update' | 'delete';
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  rule: string;
  reason: string;
}

const entriesOfPerson = defineQuery(
  'the journal of a person, the latest first',
  (orm, p: Params<{ personId: string; limit: number }>) =>
    orm
      .select({
        id: changeJournal.id,
        occurredAt: changeJournal.occurredAt,
        origin: changeJournal.origin,
        actor: changeJournal.actor,
        runId: changeJournal.runId,
        requestId: changeJournal.requestId,
        changes: sql<JournaledChange[]>`${changeJournal.changes}`,
      })
      .from(changeJournal)
      .where(and(inDistrict(changeJournal), eq(changeJournal.personId, p.personId)))
      .orderBy(desc(changeJournal.occurredAt), desc(changeJournal.rev), desc(changeJournal.id))
      .limit(p.limit),
);

/** A person's journal, the latest entry first. Of an SSN it shows the last four digits. */
export async function personHistory(
  tx: Transaction,
  personId: string,
  limit: number,
): Promise<JournalEntry[]> {
  const rows = await entriesOfPerson(tx, { personId, limit });
  return rows.map(({ id, occurredAt, origin, actor, runId, requestId, changes }) => ({
    id,
    at: occurredAt.toISOString(),
    actor,
    how: howOf(origin, runId),
    origin,
    runId,
    requestId,
    changes: changes.map(({ table, op, id: rowId, before, after, rule, reason }) => ({
      table,
      op,
      rowId,
      rule,
      reason,
      fields: fieldsOf(before, after),
    })),
  }));
}

function howOf(origin: ChangeOrigin, runId: string | null): Origin['how'] {
  if (origin === 'undo') return 'undo';
  if (origin !== 'hr') return 'campus';
  return runId === null ? 'call' : 'commit';
}

/** Keys of rows, and values that nobody may read. */
const HIDDEN = /^(personId|householdId|addressId|matchKey|ssnCipher|ssnIndex|hrManagedAt)$/;

function fieldsOf(before: Record<string, unknown> | null, after: Record<string, unknown> | null) {
  const names = Object.keys({ ...before, ...after }).filter((name) => !HIDDEN.test(name));
  return names
    .map((name) => ({
      name: name === 'ssnLast4' ? 'ssn' : name,
      before: textOf(before?.[name]),
      after: textOf(after?.[name]),
    }))
    .filter(({ before, after }) => before !== after);
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
