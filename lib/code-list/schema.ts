import { z } from 'zod';
import { VALUE_KINDS } from '../record/csv/meaning.ts';

export const CODES_PAGE = 50;

/** Which codes are asked for. */
export const codeNarrowing = {
  kind: z.enum(VALUE_KINDS).default('schools'),
  /** Found in code, description and HR's values, without regard to case. */
  search: z.string().max(200).default(''),
};
export type CodeNarrowing = z.output<z.ZodObject<typeof codeNarrowing>>;

const usedCode = z.object({
  code: z.string(),
  description: z.string(),
  /** Of a school. */
  type: z.string().nullable(),
  active: z.boolean(),
  /** How many positions have it, people for a gender; ended and inactive ones, too. */
  uses: z.int().nonnegative(),
  /** HR's values that are this code, by Value Mapping. */
  aliases: z.array(z.object({ client: z.string(), value: z.string() })),
});
export type UsedCode = z.infer<typeof usedCode>;

export const codesFoundSchema = z.object({ data: z.array(usedCode), more: z.boolean() });
export type CodesFound = z.infer<typeof codesFoundSchema>;
