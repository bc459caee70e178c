import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import type { ChangeOrigin } from '../../db/schema/journal.ts';

/** Which call, commit or admin made a change, and when. */
export const originSchema = z.object({
  at: z.iso.datetime(),
  actor: z.string(),
  /** An HR call, HR's commit, the undo of one, or somebody in Campus. */
  how: z.enum(['call', 'commit', 'undo', 'campus']),
  runId: z.uuid().nullable(),
  requestId: z.string().nullable(),
});
export type Origin = z.infer<typeof originSchema>;

export const historyEntrySchema = originSchema.extend({
  id: z.uuid(),
  changes: z.array(
    z.object({
      table: z.string(),
      op: z.enum(['insert', 'update', 'delete']),
      rowId: z.string(),
      rule: z.string(),
      reason: z.string(),
      fields: z.array(
        z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
    }),
  ),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

interface Stored {
  id: string;
  occurredAt: Date;
  origin: ChangeOrigin;
  actor: string;
  runId: string | null;
  requestId: string | null;
  changes: {
    table: string;
    op: 'insert' | 'update' | 'delete';
    id: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
    rule: string;
    reason: string;
  }[];
}

/** A history entry with what made it, which the answer tells as `how`. */
export type JournalEntry = HistoryEntry & { origin: ChangeOrigin };

/** All that was written of a person, the latest first. An SSN is its last four digits. */
export async function personHistory(
  tx: Transaction,
  personId: string,
  limit: number,
): Promise<JournalEntry[]> {
  const rows = await tx.rows<Stored>(
    `select id, occurred_at as "occurredAt", origin, actor, run_id as "runId", request_id as "requestId", changes
       from change_journal where district_id = $1 and person_id = $2
      order by occurred_at desc, rev desc, id desc limit $3`,
    [tx.districtId, personId, limit],
  );
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

/** Keys of rows, and what nobody may read. */
const HIDDEN = /^(personId|householdId|addressId|matchKey|ssnCipher|ssnIndex|hrManagedAt)$/;

function fieldsOf(before: Record<string, unknown> | null, after: Record<string, unknown> | null) {
  const names = Object.keys({ ...before, ...after }).filter((name) => !HIDDEN.test(name));
  return names
    .map((name) => ({
      name: name === 'ssnLast4' ? 'ssn' : name,
      before: textOf(before?.[name]),
      after: textOf(after?.[name]),
    }))
    .filter(({ before: old, after: young }) => old !== young);
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
