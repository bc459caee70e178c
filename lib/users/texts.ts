/** What admins read when a change of users is refused. */
export const USER_TEXTS = {
  noSuchUser: () => 'There is no such user in this district.',
  disablesSelf: () => 'You can’t disable yourself. Ask another admin.',
  takesOwnSecurity: () => 'You can’t take User Security from yourself. Ask another admin.',
  ownAccount: () => 'This is your own account. Change your password and second factor in Your account.',
  rightTaken: () => 'Another admin just took the tool right “User Security” from you.',
  usernameTaken: () => 'Another user in your district has this username. Choose a different one.',
  ownFactorFirst: () => 'Set up your own second factor in Your account first.',
  /** @param why what is wrong with the password, such as `is too long`, without a period */
  passwordRefused: (why: string) => `The password ${why}.`,
} as const;
