import { z } from 'zod';
import { pageNumber } from '../../page-number.ts';
import { personRowSchema } from '../../people/schema.ts';

/** The faults that are listed: CHK-1's two, and numbers that are no numbers (CHK-2). */
export const CHECKS = ['duplicate', 'missing', 'placeholder'] as const;
export type Check = (typeof CHECKS)[number];

export const PAGE_SIZE = 100;

export const checkAsked = z.object({
  list: z.enum(CHECKS),
  page: pageNumber,
});

export const checkedSchema = z.object({
  data: z.array(personRowSchema),
  more: z.boolean(),
  /** How many people of this list are left to correct. */
  people: z.int().nonnegative(),
  /** Of duplicates: how many numbers are shared. */
  numbers: z.int().nonnegative(),
});
export type Checked = z.infer<typeof checkedSchema>;

/** The people of a page, for which HR's records are looked up. */
export const likelyRecordsAsked = z.strictObject({ people: z.array(z.uuid()).max(PAGE_SIZE) });
export const likelyRecordsSchema = z.object({
  data: z.array(
    z.object({
      personId: z.uuid(),
      /** What HR calls the person: of HR's newest feed, where nobody in Campus has the number. */
      staffNumber: z.string(),
      name: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
});
export type LikelyRecord = z.infer<typeof likelyRecordsSchema>['data'][number];
