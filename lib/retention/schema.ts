import { z } from 'zod';
import { KIND_NAMES, type Kind } from './kinds.ts';

const days = z.int().nonnegative();

/** How long the district keeps one kind of data. */
const keptSchema = z.object({
  kind: z.enum(KIND_NAMES as [Kind, ...Kind[]]),
  days,
  /** Somebody chose the days; else they are the default. */
  chosen: z.boolean(),
  /** What is older is gone; null if nothing is. */
  removedBefore: z.iso.datetime().nullable(),
});
export const retentionSchema = z.object({ data: z.array(keptSchema) });
export type KeptData = z.infer<typeof retentionSchema>;

/** The days of every kind; null for the default. The verb says which are too few or too many. */
export const daysSchema = z.strictObject(
  Object.fromEntries(KIND_NAMES.map((kind) => [kind, days.nullable()])) as Record<
    Kind,
    z.ZodNullable<typeof days>
  >,
);
export type DaysOfKinds = z.infer<typeof daysSchema>;
