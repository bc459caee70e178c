import { guessableWords } from '../auth/guessable-words.ts';
import { passwordRefusal } from '../auth/password-rules.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { USER_TEXTS } from './texts.ts';

/** Refuses a new password that is too short, too long or easy to guess. @throws Invalid at /password */
export function assertPassword(
  ctx: Context,
  password: string,
  user: { username: string; name: string },
): void {
  const refusal = passwordRefusal(password, guessableWords({ ...user, district: ctx.district }));
  if (!refusal) return;
  const { code, hint } = refusal;
  const message = USER_TEXTS.passwordRefused(refusal.message);
  throw new Invalid(message, [{ pointer: '/password', code, message, ...(hint && { hint }) }]);
}
