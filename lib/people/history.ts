import { z } from 'zod';
import type { ChangeOrigin } from '../../db/schema/journal.ts';

/** Which call, commit or admin made a change, and when. */
export const originSchema = z.object({
  at: z.iso.datetime(),
  actor: z.string(),
  /** By an HR call, HR's commit, the undo of a commit, or a user in Campus. */
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

/** A history entry with what made it, which the answer shows as `how`. */
export type JournalEntry = HistoryEntry & { origin: ChangeOrigin };
