import { z } from 'zod';
import { RUN_OUTCOMES } from '../schema.ts';

const count = z.int().nonnegative();

export const undoPreviewSchema = z.object({
  /** People the run changed. */
  people: count,
  /** People it only marked as managed by HR, besides those it changed. */
  marked: count,
  /** Of those, people it created: they are removed again, unless other records depend on them. */
  created: count,
  /** People who were changed since by a later commit, a call or an admin: the preview of each tells what stays. */
  editedSince: count,
});
export type UndoPreview = z.infer<typeof undoPreviewSchema>;

export const undoPersonSchema = z.object({
  personId: z.uuid(),
  staffNumber: z.string(),
  name: z.string(),
  outcome: z.enum(RUN_OUTCOMES),
  /** Rows that would go back. */
  rows: count,
  /** What would stay, and why. */
  kept: z.array(z.string()),
});
export type UndoPerson = z.infer<typeof undoPersonSchema>;
