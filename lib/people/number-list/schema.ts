import { z } from 'zod';
import { staffNumberField } from '../../record/fields.ts';
import { correctionReason, shownNumberSchema } from '../edit/schema.ts';
import { OUTCOMES } from './outcomes.ts';

/** Of a pasted list; further ones are a list of their own. */
export const MAX_LINES = 2_000;
const MAX_CHARS = 400_000;

export const pastedListSchema = z.strictObject({ text: z.string().max(MAX_CHARS) });

const listLine = z.object({
  /** From 1, as pasted. */
  line: z.int().positive(),
  text: z.string(),
  outcome: z.enum(OUTCOMES),
  /** Whom the line names; null where that is nobody, or several. */
  person: z.object({ id: z.uuid(), name: z.string(), staffNumber: z.string().nullable() }).nullable(),
  /** The new number; null for a line that has none. */
  staffNumber: z.string().nullable(),
  /** Why the line changes nothing; null for one that changes a number. */
  message: z.string().nullable(),
});
export type ListLine = z.infer<typeof listLine>;

export const listPreviewSchema = z.object({ lines: z.array(listLine) });

/** As the preview said. */
export const numbersChangeSchema = z.strictObject({
  changes: z
    .array(shownNumberSchema.extend({ personId: z.uuid(), staffNumber: staffNumberField }))
    .min(1)
    .max(MAX_LINES),
  reason: correctionReason,
});
export type NumbersChange = z.output<typeof numbersChangeSchema>;

export const numbersChangedSchema = z.object({
  changed: z.int().nonnegative(),
  /** Campus changed since the preview: these were left as they are. */
  refused: z.array(z.object({ personId: z.uuid(), message: z.string() })),
});
export type NumbersChanged = z.infer<typeof numbersChangedSchema>;
