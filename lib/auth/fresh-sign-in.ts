import { Conflict } from '../failure.ts';
import { AUTH_TEXTS } from './texts.ts';

const FRESH_MINUTES = 10;

/** Whether a user entered the password in the last ten minutes, at sign-in or later. */
export const isFresh = (enteredAt: Date, now: Date): boolean =>
  now.getTime() - enteredAt.getTime() <= FRESH_MINUTES * 60_000;

/**
 * The refusal of a call that someone at a screen left unlocked must not be able to make. `POST /account/confirm` opens
 * the next ten minutes.
 * @param codeNeeded whether the user has a second factor, whose code is then needed too
 */
export const passwordNeeded = (codeNeeded: boolean): Conflict =>
  new Conflict(AUTH_TEXTS.passwordNeeded(FRESH_MINUTES, codeNeeded), [], {
    passwordNeeded: true,
    codeNeeded,
  });

/** The same for a user whom the identity provider signed in: `POST /account/single-sign-on/confirm` opens the next ten. */
export const signOnNeeded = (): Conflict =>
  new Conflict(AUTH_TEXTS.signOnNeeded(FRESH_MINUTES), [], { signOnNeeded: true });
