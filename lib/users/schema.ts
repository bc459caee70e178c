import { z } from 'zod';
import { TOOL_RIGHTS } from '../access/rights.ts';
import { ownEmail } from '../auth/own-email.ts';
import { typedPassword as password } from '../auth/typed-password.ts';
import { pageNumber } from '../page-number.ts';
import { requiredText } from '../record/fields.ts';
import { refuseWhen } from '../wire/refusal.ts';

export const PAGE_SIZE = 50;

const moment = z.iso.datetime();

/** A user of the web app. */
export const userSchema = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  /** Where Campus sends e-mails to the user. */
  email: z.string().nullable(),
  rights: z.array(z.enum(TOOL_RIGHTS)),
  disabled: z.boolean(),
  createdAt: moment,
  lastSignInAt: moment.nullable(),
  /** Whether sign-in also asks for a code. */
  secondFactor: z.boolean(),
  /** Whether the user is linked with the district's single sign-on. */
  singleSignOn: z.boolean(),
  /** The user who asks. They can't disable themselves or remove their own User Security. */
  self: z.boolean(),
});
export type User = z.infer<typeof userSchema>;

const MAX_SEARCH_CHARS = 200;

export const usersAsked = z.object({
  search: z.string().max(MAX_SEARCH_CHARS).default(''),
  page: pageNumber,
});

export const usersFoundSchema = z.object({
  data: z.array(userSchema),
  more: z.boolean(),
  total: z.int().nonnegative(),
});
export type UsersFound = z.infer<typeof usersFoundSchema>;

const MAX_USERNAME_CHARS = 100;

const username = z
  .string()
  .transform((text) => text.trim())
  .pipe(
    z.string().check(
      refuseWhen((text) => {
        if (text === '') return { code: 'required', message: "is required and can't be blank" };
        return text.length <= MAX_USERNAME_CHARS && /^[\p{L}\p{N}][\p{L}\p{N}._@+-]*$/u.test(text)
          ? null
          : {
              code: 'notAUsername',
              message: `must be up to ${MAX_USERNAME_CHARS} letters, digits, ".", "_", "@", "+" or "-", a letter or digit first`,
            };
      }),
    ),
  );

const name = requiredText('name', 'Name');
const rights = z
  .array(z.enum(TOOL_RIGHTS))
  .max(TOOL_RIGHTS.length)
  .transform((given) => TOOL_RIGHTS.filter((right) => given.includes(right)));

/** Without a password, they choose it by a link. */
export const newUserSchema = z.strictObject({
  username,
  password: password.optional(),
  name,
  email: ownEmail.optional(),
  rights,
});
export type NewUserAsked = z.output<typeof newUserSchema>;

/**
 * A link for choosing a password. Campus sends it by e-mail (`emailedTo`), or shows it once to be passed on: `token` is its
 * end.
 */
export const invitationSchema = z.object({
  token: z.string().nullable(),
  emailedTo: z.string().nullable(),
  expiresAt: moment,
});
export type Invitation = z.infer<typeof invitationSchema>;
export const userWithInvitationSchema = userSchema.extend({ invitation: invitationSchema.nullable() });
export type NewUser = z.infer<typeof userWithInvitationSchema>;

/** Replaces everything that can be changed of a user; an e-mail address that is left out stays. */
export const userEditSchema = z.strictObject({
  name,
  email: ownEmail.optional(),
  rights,
  disabled: z.boolean(),
});
export type UserEdit = z.output<typeof userEditSchema>;

/** What the district asks of its users at sign-in. */
export const signInPolicySchema = z.object({
  secondFactorRequired: z.boolean(),
  /** Users who are not disabled and do not sign in by single sign-on alone, and those of them without a second factor. */
  activeUsers: z.int().nonnegative(),
  withoutFactor: z.int().nonnegative(),
  /** Whether the user who asks has a second factor. */
  ownFactor: z.boolean(),
});
export type SignInPolicy = z.infer<typeof signInPolicySchema>;
export const signInPolicyEditSchema = z.strictObject({ secondFactorRequired: z.boolean() });
export type SignInPolicyEdit = z.output<typeof signInPolicyEditSchema>;

export const newPasswordSchema = z.strictObject({ password });
