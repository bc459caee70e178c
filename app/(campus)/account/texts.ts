/** The sentences of the page of one's own account. */
export const ACCOUNT_TEXTS = {
  linked: (hasPassword: boolean): string =>
    hasPassword
      ? 'You can sign in with your district’s account. Your groups there decide your tool rights, at each single sign-on.'
      : 'You sign in with your district’s account, which also has your password and second factor. Your groups there decide your tool rights.',
  notLinked: (): string =>
    'Link your user to sign in with your district’s account. From then on your groups there decide your tool rights, at each single sign-on.',

  newPassword: (): string => '15 to 128 characters. Several unrelated words work best.',
  passwordChanged: (): string => 'Your password was changed.',
  signedOutElsewhere: (): string => 'You are signed out everywhere else.',

  secondFactor: (): string =>
    'With a second factor, signing in also asks for a code of an authenticator app on your phone. A stolen password alone is then not enough to sign in.',
  withoutPhone: (): string =>
    'Without your phone, use a recovery code. If you have neither, a user with the tool right “User Security” can remove the second factor.',
  factorRequired: (): string =>
    'Your district requires a second factor, so you can’t turn it off. For a new phone, ask a user with the tool right “User Security” to remove it. You then set it up again.',
  key: (): string => 'Shown only now. Keep it as secret as your password.',
  code: (turns: 'on' | 'off'): string =>
    turns === 'on'
      ? 'Six digits from the app. The code changes every 30 seconds.'
      : 'Six digits from the app, or a recovery code.',
  turned: (turned: 'on' | 'off'): string => `The second factor is ${turned}.`,

  recoveryCodes: (): string =>
    'Write these codes down or print them, and keep them away from your phone. They are shown only now. Each signs you in once.',
  codesLeft: (left: number): string => `${left} of 10 are left.`,
  fewCodesLeft: (left: number): string =>
    `${
      left === 0
        ? 'No recovery code is left.'
        : `Only ${left} of 10 recovery codes ${left === 1 ? 'is' : 'are'} left.`
    } Get new ones before you need them.`,
  newCodes: (): string => 'New codes take the place of all earlier ones.',

  sessionEnded: (): string => 'Signed out there.',
};
