import { z } from 'zod';
import { entrySchema } from '../schema.ts';
import { SECTIONS } from '../section-names.ts';
import { CHANGES } from './changes.ts';

export const versionSchema = z.object({ id: z.uuid(), generatedAt: z.iso.datetime() });
export type Version = z.infer<typeof versionSchema>;

/** Which two validations of a run, the last two by themselves, and what of their comparison. */
export const comparedSchema = z.object({
  earlier: z.uuid().optional(),
  later: z.uuid().optional(),
  section: z.enum(SECTIONS).optional(),
  change: z.enum(CHANGES).optional(),
});
export type Compared = z.infer<typeof comparedSchema> & { runId: string };

const count = z.int().nonnegative();
export const changeCountsSchema = z.array(
  z.object({ section: z.enum(SECTIONS), new: count, gone: count, changed: count }),
);
export type ChangeCounts = z.infer<typeof changeCountsSchema>;

export const changedEntrySchema = z.object({
  section: z.enum(SECTIONS),
  change: z.enum(CHANGES),
  /** As the earlier validation has it; null where it is new. */
  earlier: entrySchema.nullable(),
  /** As the later one has it; null where it is gone. */
  later: entrySchema.nullable(),
});
export type ChangedEntry = z.infer<typeof changedEntrySchema>;
