/** The sentences of the users page. Names are users' full names. */
export const USER_TEXTS = {
  lead: (): string => 'Who can sign in, and which tools they can use. Changes take effect immediately.',
  noMatches: (): string => 'No user has this in their name or username.',

  username: (): string => 'For signing in. It can’t be changed later.',
  name: (): string => 'First name, then last name, as shown under “Started By” and in the audit log.',
  email: (): string =>
    'For links to choose a password, and for messages that the user asks for. May be empty.',
  ownRight: (): string => 'Only another admin can remove this right from you.',
  created: (name: string): string => `${name} can sign in now.`,
  saved: (): string => 'Saved.',

  byLink: (): string =>
    'Campus sends it to the user’s e-mail address, or shows it to you if there is none. It works once, within 72 hours.',
  passLinkOn: (): string =>
    'Send it to this user only, because anybody with the link can choose the password. The user also needs the username.',
  linkIsSent: (address: string): string =>
    `Campus is sending the link to ${address}. If it does not arrive, check the address and reset the password again.`,
  linkOnce: (): string => 'Shown only now. An earlier link no longer works.',
  linkMade: (name: string): string => `${name} can choose a password by the link.`,
  temporaryPassword: (): string =>
    '15 to 128 characters. It is for the next sign-in only: the user then chooses their own.',
  willResetPassword: (): string =>
    'This user is signed out everywhere, and the present password stops working.',
  passwordReset: (name: string): string => `${name} has a temporary password.`,

  willRemoveFactor: (required: boolean): string =>
    `First make sure the request really comes from this user. They are signed out everywhere. ${
      required
        ? 'At the next sign-in the password alone is enough once, to set up a new second factor before anything else.'
        : 'The password alone is then enough to sign in, until they set up a new second factor under Your account.'
    }`,
  factorRemoved: (name: string, required: boolean): string =>
    required
      ? `${name} sets up a new second factor at the next sign-in.`
      : `${name} now signs in with the password alone.`,

  willUnlink: (): string =>
    'For an account that was linked with the wrong user. This user is signed out everywhere. Somebody in a group that gives access gets a user of their own at the next single sign-on, unless their username is taken.',
  unlinked: (name: string): string => `${name} is no longer linked with single sign-on.`,

  policy: (required: boolean): string =>
    required
      ? 'Every user signs in with a code of an authenticator app as well as the password.'
      : 'Each user decides whether signing in also asks for a code of an authenticator app.',
  withoutFactor: ({ withoutFactor, activeUsers }: { withoutFactor: number; activeUsers: number }): string => {
    if (withoutFactor === 0)
      return activeUsers === 1
        ? 'The only active user has a second factor.'
        : `All ${activeUsers} active users have a second factor.`;
    if (activeUsers === 1) return 'The only active user has no second factor.';
    return `${withoutFactor} of ${activeUsers} active users ${withoutFactor === 1 ? 'has' : 'have'} no second factor.`;
  },
  ownFactorFirst: (): string => 'To require it of everybody, set up your own first.',
  willRequire: (): string =>
    'A user without one sets it up at the next click and can do nothing else before, also where they are signed in already. Tell them first: they need an authenticator app on their phone. API clients are not affected.',
  willBeOptional: (): string =>
    'Users keep the second factor they have, and can turn it off. A stolen password alone is then enough for those who do.',
  policySet: (required: boolean): string =>
    required ? 'Every user now needs a second factor.' : 'The second factor is optional now.',

  willDisable: (): string =>
    'This user is signed out everywhere now and can’t sign in until enabled again. The audit log keeps what they did.',
  willEnable: (): string => 'This user can sign in again with the same password and tool rights.',
  disabled: (name: string): string => `${name} is disabled and signed out.`,
  enabled: (name: string): string => `${name} can sign in again.`,
};
