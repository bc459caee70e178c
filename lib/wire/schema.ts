import { z } from 'zod';
import type { ErrorCode, WarningCode } from '../codes/code.ts';

/** A string for vendors, who may meet codes of a later version; for the compiler one of the list. */
const errorCode = z.string() as z.ZodType<string> as z.ZodType<ErrorCode, ErrorCode>;
const warningCode = z.string() as z.ZodType<string> as z.ZodType<WarningCode, WarningCode>;

/** API.md, *Conventions*: where HR's wish was not wholly carried out. */
export const warningSchema = z
  .object({
    code: warningCode,
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
    code: errorCode,
    message: z.string(),
    hint: z.string().optional(),
    index: z.int().optional(),
    staffNumber: z.string().optional(),
    otherIndex: z.int().optional(),
    stagedAt: z.string().optional(),
  })
  .meta({ id: 'FieldError' });
