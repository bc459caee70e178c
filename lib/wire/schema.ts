import { z } from 'zod';
import type { ErrorCode, WarningCode } from '../codes/code.ts';

/** A string for vendors, because a later version may add codes; for the compiler one of the list. */
const errorCode = z.string() as z.ZodType<string> as z.ZodType<ErrorCode, ErrorCode>;
const warningCode = z.string() as z.ZodType<string> as z.ZodType<WarningCode, WarningCode>;

/** The people in Campus who are likely the same person, the likeliest first (CMB-2). */
export const candidatesSchema = z.array(
  z.object({
    id: z.uuid(),
    staffNumber: z.string().nullable(),
    score: z.number(),
    reasons: z.array(z.string()),
  }),
);

/** API.md, *Conventions*: Campus did not do everything that HR sent. */
export const warningSchema = z
  .object({
    code: warningCode,
    message: z.string(),
    pointer: z.string().optional(),
    candidates: candidatesSchema
      .optional()
      .describe(
        'Only for likelyDuplicate: the people in Campus who are likely the same person, the likeliest first.',
      ),
  })
  .meta({ id: 'Warning' });

/** One error in what was sent. */
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
    line: z.int().optional().describe('Of a CSV file the line, of a workbook the row, from 1.'),
    column: z.string().optional().describe('The column of a CSV file or workbook, by its header.'),
  })
  .meta({ id: 'FieldError' });
