import { z } from 'zod';

/** One's own account. */
export const accountSchema = z.object({
  username: z.string(),
  name: z.string(),
  /** Since when signing in asks for a code, too; null where it does not. */
  secondFactorSince: z.iso.datetime().nullable(),
});
export type Account = z.infer<typeof accountSchema>;

const password = z.string().max(1024);
const code = z.string().max(20);

export const ownPasswordSchema = z.strictObject({ current: password, password });
export const beginFactorSchema = z.strictObject({ password: password.optional() });
export const codeSchema = z.strictObject({ code });

/** What an authenticator app is given; shown once. */
export const factorKeySchema = z.object({ key: z.string(), uri: z.string() });
export type FactorKey = z.infer<typeof factorKeySchema>;
