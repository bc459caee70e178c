import { z } from 'zod';
import { VALUE_KINDS } from '../record/csv/meaning.ts';
import { MAX_VALUE_CHARS } from '../record/map-values.ts';
import { choicesSchema } from '../reference/choices.ts';
import { legible } from '../text/legible.ts';
import { VALUE_MAPPING_TEXTS } from './texts.ts';

const kind = z.enum(VALUE_KINDS);
const count = z.int().nonnegative();

/** As HR sends it; compared exactly, as codes are. */
export const hrValue = z
  .string()
  .max(2 * MAX_VALUE_CHARS)
  .transform(legible)
  .pipe(z.string().min(1, VALUE_MAPPING_TEXTS.valueNeeded()).max(MAX_VALUE_CHARS));

/** What a value of an HR system is in Campus. */
export const valueMappingInput = z.strictObject({
  clientId: z.uuid(),
  kind,
  value: hrValue,
  code: z.string().min(1).max(MAX_VALUE_CHARS),
});
export type ValueMappingInput = z.output<typeof valueMappingInput>;

const mapping = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  kind,
  value: z.string(),
  code: z.string(),
  /** Null if Campus no longer has the code. */
  description: z.string().nullable(),
  /** Not while Campus has the value as a code of its own. */
  inEffect: z.boolean(),
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
});

const unmapped = z.object({
  clientId: z.uuid(),
  kind,
  value: z.string(),
  /** How many records had it, over all calls. */
  records: count,
  lastSentAt: z.iso.datetime(),
  /** The code that the value looks like. */
  proposed: z.string().nullable(),
});

export const valueMappingsSchema = z.object({
  clients: z.array(z.object({ id: z.uuid(), name: z.string(), disabled: z.boolean() })),
  mappings: z.array(mapping),
  /** Most records first. */
  unmapped: z.array(unmapped),
  /** There are further ones. */
  more: z.boolean(),
  choices: choicesSchema,
});
export type ValueMappings = z.input<typeof valueMappingsSchema>;
