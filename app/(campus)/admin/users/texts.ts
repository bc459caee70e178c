/** The sentences of the users page. Names are users' full names. */
export const USER_TEXTS = {
  lead: (): string => 'Who can sign in, and which tools they can use. Changes take effect immediately.',
  noMatches: (): string => 'No user has this in their name or username.',

  username: (): string => 'For signing in. It can’t be changed later.',
  name: (): string => 'First name, then last name, as shown under “Started By” and in the audit log.',
  ownRight: (): string => 'Only another admin can remove this right from you.',
  created: (name: string): string => `${name} can sign in now.`,
  saved: (): string => 'Saved.',

  temporaryPassword: (): string =>
    '15 to 128 characters. It is for the next sign-in only: the user then chooses their own.',
  willResetPassword: (): string =>
    'This user is signed out everywhere, signs in with this password once, and then chooses their own.',
  passwordReset: (name: string): string => `${name} has a temporary password.`,

  willRemoveFactor: (): string =>
    'First make sure the request really comes from this user. The password alone is then enough to sign in, until they set up a new second factor under Your account.',
  factorRemoved: (name: string): string => `${name} now signs in with the password alone.`,

  willDisable: (): string =>
    'This user is signed out everywhere now and can’t sign in until enabled again. The audit log keeps what they did.',
  willEnable: (): string => 'This user can sign in again with the same password and tool rights.',
  disabled: (name: string): string => `${name} is disabled and signed out.`,
  enabled: (name: string): string => `${name} can sign in again.`,
};
