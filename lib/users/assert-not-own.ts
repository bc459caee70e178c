import { Conflict } from '../failure.ts';
import type { User } from './schema.ts';
import { USER_TEXTS } from './texts.ts';

/**
 * Users change their own password and second factor in *Your account* only, which asks for what they have now. Through
 * User Security, someone at a screen left unlocked could take the account over.
 * @throws Conflict for the user who acts
 */
export function assertNotOwn({ self }: User): void {
  if (self) throw new Conflict(USER_TEXTS.ownAccount());
}
