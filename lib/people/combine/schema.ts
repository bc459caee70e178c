import { z } from 'zod';
import { PERSON_FIELDS } from '../person.ts';
import { personRowSchema } from '../schema.ts';

const text = z.string().nullable();
const count = z.int().nonnegative();

/** What hangs on a person, as the preview counts it. */
export const MOVES = [
  'identities',
  'employments',
  'assignments',
  'sections',
  'memberships',
  'enrollments',
  'guardianships',
] as const;
export type Move = (typeof MOVES)[number];

export const previewSchema = z.object({
  base: personRowSchema,
  other: personRowSchema,
  /** What both were when this was made: combining refuses people who changed since. */
  baseRev: z.int(),
  otherRev: z.int(),
  /** Field by field; an SSN is its last four digits. */
  fields: z.array(z.object({ field: z.enum(PERSON_FIELDS), base: text, other: text, result: text })),
  /** Of the other's: how many move, and how many go because the base has the same. */
  moves: z.array(z.object({ what: z.enum(MOVES), base: count, moved: count, doubled: count })),
  cautions: z.array(z.string()),
  /** Why it can't be done this way round; null when it can. */
  refused: text,
});
export type Preview = z.infer<typeof previewSchema>;

export const pairSchema = z.strictObject({ baseId: z.uuid(), otherId: z.uuid() });
export type Pair = z.infer<typeof pairSchema>;

/** The combination can be undone while nobody has edited its outcome (CMB-3). */
export const combinedSchema = z.object({ personId: z.uuid(), combinationId: z.uuid() });
export type Combined = z.infer<typeof combinedSchema>;

export const combinationSchema = z.object({
  id: z.uuid(),
  base: z.object({ id: z.uuid(), name: z.string().nullable() }),
  otherName: z.string(),
  combinedAt: z.iso.datetime(),
  combinedBy: z.string(),
  undoneAt: z.iso.datetime().nullable(),
  undoneBy: z.string().nullable(),
  /** Why it can't be undone; null if it can. */
  kept: z.string().nullable(),
});
export type Combination = z.infer<typeof combinationSchema>;

export const combineSchema = pairSchema.extend({ baseRev: z.int(), otherRev: z.int() });
export type Combine = z.infer<typeof combineSchema>;
