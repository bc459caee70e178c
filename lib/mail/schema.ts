import { z } from 'zod';
import { ownEmail } from '../auth/own-email.ts';
import { CHOSEN_MAIL_TYPES } from './chosen-types.ts';

/** What the signed-in user gets by e-mail. */
export const mailChoicesSchema = z.object({
  /** Null for none: then no e-mail is sent. */
  email: z.string().nullable(),
  types: z.array(z.enum(CHOSEN_MAIL_TYPES)),
  /** Whether an operator has set up e-mail. */
  sendsMail: z.boolean(),
});
export type MailChoices = z.infer<typeof mailChoicesSchema>;

/** All of the types, and no others. */
export const mailTypesSchema = z.strictObject({
  types: z.array(z.enum(CHOSEN_MAIL_TYPES)).max(CHOSEN_MAIL_TYPES.length),
});
export const ownEmailSchema = z.strictObject({ email: ownEmail });
