import { z } from 'zod';
import { typedPassword as password } from '../auth/typed-password.ts';

/** The signed-in user's account. */
export const accountSchema = z.object({
  username: z.string(),
  name: z.string(),
  /** Whether the user has a password. Without one they sign in by single sign-on only. */
  hasPassword: z.boolean(),
  /** Whether the district has single sign-on, and whether the user is linked with it. */
  singleSignOn: z.enum(['none', 'unlinked', 'linked']),
  /** Since when sign-in also asks for a code; null if it does not. */
  secondFactorSince: z.iso.datetime().nullable(),
  /** Whether the district requires a second factor: then it can't be turned off. */
  secondFactorRequired: z.boolean(),
  /** Recovery codes that were not used yet; 0 without a second factor. */
  recoveryCodesLeft: z.int().nonnegative(),
});
export type Account = z.infer<typeof accountSchema>;

/** With new recovery codes, shown once. */
export const accountWithCodesSchema = accountSchema.extend({ recoveryCodes: z.array(z.string()) });
export type AccountWithCodes = z.infer<typeof accountWithCodesSchema>;

/** A place where the user is signed in. */
export const ownSessionSchema = z.object({
  id: z.uuid(),
  signedInAt: z.iso.datetime(),
  /** To the minute. */
  lastUsedAt: z.iso.datetime(),
  /** The network address of the sign-in. */
  address: z.string().nullable(),
  /** Such as `Firefox on Windows`; null if the browser is not known. */
  browser: z.string().nullable(),
  /** The session that asks. */
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof ownSessionSchema>;
export const ownSessionsSchema = z.object({ data: z.array(ownSessionSchema) });

const MAX_CODE_CHARS = 20;
const code = z.string().max(MAX_CODE_CHARS);

export const confirmSchema = z.strictObject({ password, code: code.optional() });
export const ownPasswordSchema = z.strictObject({ current: password, password, code: code.optional() });
export const codeSchema = z.strictObject({ code });

/** What the user enters into an authenticator app; shown once. */
export const factorKeySchema = z.object({ key: z.string(), uri: z.string() });
export type FactorKey = z.infer<typeof factorKeySchema>;
