import { z } from 'zod';

/** RO-5: "for at most 24 hours". */
const MAX_HOURS = 24;

export const unlockRequestSchema = z.strictObject({
  hours: z.int().min(1).max(MAX_HOURS).describe('After this time the lock comes back by itself.'),
  reason: z
    .string()
    .trim()
    .min(1, 'Enter a reason.')
    .max(500)
    .describe(
      'Shown on the person’s page, and kept in the history and the audit log. Runs of nine digits are masked.',
    ),
});
export type UnlockRequest = z.output<typeof unlockRequestSchema>;

/** An emergency unlock that is in force. */
export const unlockSchema = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  until: z.iso.datetime(),
  reason: z.string(),
});
export type Unlock = z.infer<typeof unlockSchema>;

/** What an emergency unlock changed and HR has not sent again. */
export const driftSchema = z.object({
  /** A field’s name in a sentence, or *employment* or *position*. */
  what: z.string(),
  /** HR’s value as HR last sent it, null where HR has none; of an SSN the last four digits. */
  hr: z.string().nullable(),
  /** Campus’ value now; null where it was removed. */
  campus: z.string().nullable(),
});
export type Drift = z.infer<typeof driftSchema>;
