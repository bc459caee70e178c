import type { ErrorCode } from '../codes/code.ts';
import type { District } from '../context.ts';
import { guessableWords } from './guessable-words.ts';
import { passwordRefusal } from './password-rules.ts';
import { hashPassword } from './passwords.ts';

/** Why no new password is taken yet: none was given, it is the temporary one, or the code of its refusal. */
export type NoNewPassword = 'missing' | 'same' | ErrorCode;

/**
 * The hash of the password that a user chooses in place of a temporary one. Until then the user can't sign in, because the
 * person who gave them the temporary password knows it too.
 */
export async function replacement(
  user: { username: string; name: string },
  district: District,
  { password, newPassword }: { password: string; newPassword?: string },
): Promise<{ passwordHash: string } | { refused: NoNewPassword }> {
  if (!newPassword) return { refused: 'missing' };
  if (newPassword === password) return { refused: 'same' };
  const refusal = passwordRefusal(newPassword, guessableWords({ ...user, district }));
  return refusal ? { refused: refusal.code } : { passwordHash: await hashPassword(newPassword) };
}
