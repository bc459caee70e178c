import { z } from 'zod';

/** No stored password is longer (password-rules.ts). A longer text is refused before the server spends time hashing it. */
export const MAX_TYPED_PASSWORD_CHARS = 1024;

/** A password as a user types it, never trimmed; password-rules.ts judges a new one. */
export const typedPassword = z.string().max(MAX_TYPED_PASSWORD_CHARS);
