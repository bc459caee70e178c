import { passwordRefusal } from '../auth/password-rules.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';

/** Refuses a new password that is too short, too long or easy to guess. @throws Invalid at /password */
export function assertPassword(ctx: Context, password: string, username: string): void {
  const refusal = passwordRefusal(password, [username, ctx.district.appName]);
  if (!refusal) return;
  const { code, hint } = refusal;
  const message = `The password ${refusal.message}.`;
  throw new Invalid(message, [{ pointer: '/password', code, message, ...(hint && { hint }) }]);
}
