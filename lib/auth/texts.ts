/** What users read when a sign-in, or a call that needs one, is refused. */
export const AUTH_TEXTS = {
  notSignedIn: () => 'You are not signed in. Sign in again.',
  notSignedInOrAway: () => 'You are not signed in, or were away for too long. Sign in again.',
  otherSite: () => 'This call must come from a page of Campus itself.',
  clientsOnly: () => 'This call is for clients with a token, not for people who are signed in.',
  passwordNeeded: (minutes: number, codeNeeded: boolean) =>
    `You signed in more than ${minutes} minutes ago. Enter your password ${codeNeeded ? 'and a code ' : ''}to go on.`,
  signOnNeeded: (minutes: number) =>
    `You signed in more than ${minutes} minutes ago. Sign in again at your district’s identity provider to go on.`,
  lastEmergencyAdmin: () =>
    'This is the last emergency admin, and passwords are turned off for everybody else. First choose another one under Single Sign-On.',
  secondFactorNeeded: () => 'Your district requires a second factor. Set it up to go on.',
  wrongPassword: () => 'This is not your password.',
  wrongCode: () => 'The code is wrong or was used already. Wait for the next code and enter it.',
  notAnEmail: () => 'must be an e-mail address, such as kim@example.org',
  tooManyAttempts: (minutes: number) => `Too many failed attempts. Try again in ${minutes} min.`,
} as const;

/** What is wrong with a new password, for a sentence such as `The password is …`, and what to do. */
export const PASSWORD_TEXTS = {
  tooShort: (min: number, length: number) => `is shorter than ${min} characters (it has ${length})`,
  tooShortHint: () => 'Use four or five unrelated words: they are easy to remember.',
  tooLong: (max: number, length: number) => `is longer than ${max} characters (it has ${length})`,
  common: () => 'is a common password or consists mostly of common words, names or dates',
  commonHint: () => 'Add unexpected words instead of digits, symbols or names.',
} as const;
