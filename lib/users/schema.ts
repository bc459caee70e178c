import { z } from 'zod';
import { TOOL_RIGHTS } from '../access/rights.ts';
import { requiredText } from '../record/fields.ts';
import { refusing } from '../wire/refusal.ts';

export const PAGE_SIZE = 50;

const moment = z.iso.datetime();

/** Someone who signs in. */
export const userSchema = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  rights: z.array(z.enum(TOOL_RIGHTS)),
  disabled: z.boolean(),
  createdAt: moment,
  lastSignInAt: moment.nullable(),
  /** Whether signing in asks for a code, too. */
  secondFactor: z.boolean(),
  /** Whoever asks: can't disable themselves, nor give up User Security. */
  self: z.boolean(),
});
export type User = z.infer<typeof userSchema>;

export const usersAsked = z.object({
  search: z.string().max(200).default(''),
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'page must be a whole number from 1')
    .transform(Number)
    .default(1),
});

export const usersFoundSchema = z.object({
  data: z.array(userSchema),
  more: z.boolean(),
  total: z.int().nonnegative(),
});
export type UsersFound = z.infer<typeof usersFoundSchema>;

const LONGEST_USERNAME = 100;

const username = z
  .string()
  .transform((text) => text.trim())
  .pipe(
    z.string().check(
      refusing((text) => {
        if (text === '') return { code: 'required', message: "is required and can't be blank" };
        return text.length <= LONGEST_USERNAME && /^[\p{L}\p{N}][\p{L}\p{N}._@+-]*$/u.test(text)
          ? null
          : {
              code: 'notAUsername',
              message: `must be up to ${LONGEST_USERNAME} letters, digits, ".", "_", "@", "+" or "-", a letter or digit first`,
            };
      }),
    ),
  );

const name = requiredText('name', 'Name');
const rights = z
  .array(z.enum(TOOL_RIGHTS))
  .max(TOOL_RIGHTS.length)
  .transform((given) => TOOL_RIGHTS.filter((right) => given.includes(right)));
/** Judged by lib/auth/password-rules.ts, which wants to know whose it is; never trimmed. */
const password = z.string().max(1024);

export const newUserSchema = z.strictObject({ username, password, name, rights });
export type NewUserAsked = z.output<typeof newUserSchema>;

/** A whole statement: all of what can be changed of a user. */
export const userEditSchema = z.strictObject({ name, rights, disabled: z.boolean() });
export type UserEdit = z.output<typeof userEditSchema>;

export const newPasswordSchema = z.strictObject({ password });
