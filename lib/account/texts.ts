/** What users read when a change of their own account is refused. */
export const ACCOUNT_TEXTS = {
  signedInOnly: () => 'Only a signed-in user has an account. Sign in first.',
  accountRemoved: () => 'This account no longer exists.',
  sessionEnded: () => 'This sign-in has ended already.',
  noFactor: () => 'You have no second factor.',
  factorNeeded: () => 'You have no second factor. Turn it on first.',
  factorNotSetUp: () => 'Set up the second factor first.',
  factorIsOn: () => 'The second factor is already on.',
  factorRequired: () => 'Your district requires a second factor, so it can’t be turned off.',
  hasFactor: () => 'You have a second factor. Turn it off before you set up another one.',
} as const;
