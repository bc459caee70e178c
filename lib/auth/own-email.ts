import { z } from 'zod';
import { refuseWhen } from '../wire/refusal.ts';
import { AUTH_TEXTS } from './texts.ts';

const MAX_EMAIL_CHARS = 254;
const address = z.email();

/** The e-mail address of a user as typed; null for none. */
export const ownEmail = z
  .string()
  .nullable()
  .transform((text) => text?.trim() || null)
  .pipe(
    z
      .string()
      .check(
        refuseWhen((text) =>
          text.length <= MAX_EMAIL_CHARS && address.safeParse(text).success
            ? null
            : { code: 'invalid', message: AUTH_TEXTS.notAnEmail() },
        ),
      )
      .nullable(),
  );
