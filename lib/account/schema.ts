import { z } from 'zod';
import { typedPassword as password } from '../auth/typed-password.ts';

/** The signed-in user's account. */
export const accountSchema = z.object({
  username: z.string(),
  name: z.string(),
  /** Since when sign-in also asks for a code; null if it does not. */
  secondFactorSince: z.iso.datetime().nullable(),
});
export type Account = z.infer<typeof accountSchema>;

const MAX_CODE_CHARS = 20;
const code = z.string().max(MAX_CODE_CHARS);

export const confirmSchema = z.strictObject({ password, code: code.optional() });
export const ownPasswordSchema = z.strictObject({ current: password, password, code: code.optional() });
export const codeSchema = z.strictObject({ code });

/** What the user enters into an authenticator app; shown once. */
export const factorKeySchema = z.object({ key: z.string(), uri: z.string() });
export type FactorKey = z.infer<typeof factorKeySchema>;
