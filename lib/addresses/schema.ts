import { z } from 'zod';
import { addressAnswer } from '../staff/answer.ts';

const count = z.int().nonnegative();

export const pairSchema = z.strictObject({ firstId: z.uuid(), secondId: z.uuid() });
export type Pair = z.infer<typeof pairSchema>;

export const mergeSchema = z.strictObject({ keptId: z.uuid(), droppedId: z.uuid() });
export type Merge = z.infer<typeof mergeSchema>;

export const mergedSchema = z.object({
  decisionId: z.uuid(),
  /** Whose locations were moved. */
  households: count,
});
export type Merged = z.infer<typeof mergedSchema>;

const personName = z.object({
  id: z.uuid(),
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string().nullable(),
});

export const undoneSchema = z.object({
  /** Locations that are at the dropped address again. */
  putBack: count,
  /** People of households that stay at the kept one, because it was edited since. */
  stays: z.array(personName),
});
export type Undone = z.infer<typeof undoneSchema>;

export const residentSchema = personName.extend({
  current: z.boolean(),
  staff: z.boolean(),
  student: z.boolean(),
});

/** An address with who lives there. */
export const inhabitedSchema = addressAnswer.extend({
  households: z.object({ current: count, ended: count }),
  /** People who live there today, and how many of them are staff or students. */
  people: count,
  staff: count,
  students: count,
  /** People HR manages who live or lived there: a merge of the address is news to HR (RO-4). */
  hrManaged: count,
  /** The first of all who live or lived there, those of today first. */
  residents: z.array(residentSchema),
});
export type Inhabited = z.infer<typeof inhabitedSchema>;

/** Parts of an address that its normal form is made of. */
export const PARTS = [
  'number',
  'prefix',
  'street',
  'tag',
  'direction',
  'apt',
  'city',
  'state',
  'zip',
] as const;
export type Part = (typeof PARTS)[number];

export const nearPairSchema = z.object({
  first: inhabitedSchema,
  second: inhabitedSchema,
  /** 0 to 1; null for two that were chosen and are not near at all. */
  score: z.number().min(0).max(1).nullable(),
  /** What differs, in words. */
  why: z.array(z.string()),
  /** Parts that differ by their normal form. */
  differing: z.array(z.enum(PARTS)),
  /** The decision that they are not the same, unless it was undone. */
  differentId: z.uuid().nullable(),
});
export type NearPair = z.infer<typeof nearPairSchema>;

export const decisionSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['merged', 'different']),
  /** Of a merge: the kept one. */
  first: addressAnswer,
  second: addressAnswer,
  decidedAt: z.iso.datetime(),
  decidedBy: z.string(),
  undoneAt: z.iso.datetime().nullable(),
  undoneBy: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const nearDuplicatesSchema = z.object({
  data: z.array(nearPairSchema),
  nextCursor: z.string().nullable(),
  /** Addresses that this call looked at. */
  looked: count,
});
export type NearDuplicates = z.infer<typeof nearDuplicatesSchema>;

export const foundSchema = addressAnswer.extend({
  score: z.number().optional(),
  why: z.string().optional(),
});
export type Found = z.infer<typeof foundSchema>;
