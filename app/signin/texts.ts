import type { NoNewPassword } from '../../lib/auth/temporary-password.ts';

/** The sentences of the sign-in page. */
export const SIGN_IN_TEXTS = {
  signedOut: (): string => 'You are signed out.',
  noAccount: (): string =>
    'No account, or a forgotten password? A user in your district with the tool right “User Security” can help.',
  district: (): string => 'The application name of your district.',
  newPassword: (): string =>
    'Your password was given to you by somebody else. Choose your own: 15 to 128 characters. Several unrelated words work best.',

  wrongCredentials: (): string => 'Username, password or district is wrong. Check all three.',
  singleSignOnOnly: (): string =>
    'Your district uses single sign-on only. On the sign-in page, choose single sign-on.',
  signOnHelp: (): string => 'With the account of your district, such as the one for your e-mail.',
  orPassword: (): string => 'Or sign in with a password.',
  emergencyOnly: (): string => 'Passwords work for emergency admins only.',
  otherDistrict: (): string => 'Enter the application name of your district below first.',
  noLink: (): string =>
    'This link doesn’t work: it was used already, has expired, or a newer one took its place. Ask the user who sent it for a new one.',
  wrongCode: (): string => 'The code is wrong or was used already. Wait for the next code and enter it.',
  tooManyAttempts: (minutes: number): string =>
    `Too many failed attempts. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
  /** Why the new password was refused, by the code that the server answers. */
  newPasswordRefused: {
    same: 'The new password is the temporary one. Choose a different one.',
    tooShort: 'The new password is shorter than 15 characters. Use four or five unrelated words.',
    tooLong: 'The new password is longer than 128 characters. Use a shorter one.',
    commonPassword: 'The new password is easy to guess. Use four or five unrelated words.',
  } satisfies { [refused in NoNewPassword]?: string } as { readonly [refused: string]: string },
  busy: (): string => 'Many people are signing in right now. Wait a few seconds, then try again.',
  unreachable: (): string => 'Campus can’t be reached. Check your connection, then try again.',
};
