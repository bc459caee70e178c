import { z } from 'zod';
import { VALUE_KINDS } from '../record/csv/meaning.ts';
import { legible } from '../text/legible.ts';
import { CODE_LIST_TEXTS } from './texts.ts';

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

/** How long each may be: a longer code could not be sent by HR. */
export const CODE_CHARS = { code: 15, name: 100, type: 50 };

const text = (most: number) => z.string().overwrite(legible).max(most);

/** One code of a list as a user typed it. A code is never renamed: what has it would have to be rewritten. */
export const codeInput = z.strictObject({
  kind: z.enum(VALUE_KINDS),
  code: text(CODE_CHARS.code).min(1, CODE_LIST_TEXTS.codeNeeded()),
  /** A school's name or a code's description. */
  name: text(CODE_CHARS.name).min(1, CODE_LIST_TEXTS.nameNeeded()),
  /** Of a school. */
  type: text(CODE_CHARS.type).nullable().default(null),
  active: z.boolean(),
});
export type CodeInput = z.output<typeof codeInput>;

export const codeNamed = codeInput.pick({ kind: true, code: true });
export type CodeNamed = z.output<typeof codeNamed>;
