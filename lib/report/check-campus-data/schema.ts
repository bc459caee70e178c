import { z } from 'zod';
import { personRowSchema } from '../../people/schema.ts';

/** The two faults that CHK-1 lists. */
export const CHECKS = ['duplicate', 'missing'] as const;
export type Check = (typeof CHECKS)[number];

export const PAGE_SIZE = 100;

export const checkAsked = z.object({
  list: z.enum(CHECKS),
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'page must be a whole number from 1')
    .transform(Number)
    .default(1),
});

export const checkedSchema = z.object({
  data: z.array(personRowSchema),
  more: z.boolean(),
  /** How many people are left to be mended in this list. */
  people: z.int().nonnegative(),
  /** Of duplicates: how many numbers are shared. */
  numbers: z.int().nonnegative(),
});
export type Checked = z.infer<typeof checkedSchema>;
