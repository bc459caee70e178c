import { z } from 'zod';

/** API.md, *Conventions*: where HR's wish was not wholly carried out. */
export const warningSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    pointer: z.string().optional(),
    candidates: z
      .array(
        z.object({
          id: z.uuid(),
          staffNumber: z.string().nullable(),
          score: z.number(),
          reasons: z.array(z.string()),
        }),
      )
      .optional()
      .describe('Of likelyDuplicate: who in Campus is likely the same person, the likeliest first.'),
  })
  .meta({ id: 'Warning' });

/** One thing that is wrong with what was sent. */
export const fieldErrorSchema = z
  .object({
    pointer: z.string(),
    code: z.string(),
    message: z.string(),
    hint: z.string().optional(),
    index: z.int().optional(),
    staffNumber: z.string().optional(),
    otherIndex: z.int().optional(),
    stagedAt: z.string().optional(),
  })
  .meta({ id: 'FieldError' });
