/** What admins read about single sign-on. */
export const SIGN_ON_TEXTS = {
  would: {
    signIn: (username: string): string => `Signs in as ${username}.`,
    link: (username: string): string => `Links the existing user ${username} and signs in as this user.`,
    create: (username: string): string => `Creates the user ${username} and signs in.`,
  },
  wouldRefuse: (why: string): string => `Would be refused. The person would read: “${why}”`,
  secretNeeded: (): string => 'Enter the client secret.',
  badCertificate: (): string =>
    'A certificate can’t be read, or its key is not RSA with at least 2,048 bits. Read the provider’s metadata again.',
  noMetadata: (): string => 'This address can’t be reached. Check it, or paste the metadata.',
  metadataStatus: (status: number): string =>
    `This address answered ${status}, not metadata. Check it, or paste the metadata.`,
  notSetUp: (): string => 'Single sign-on is not set up yet. Enter the settings and save them first.',
  testFirst: (): string =>
    'Test the connection first: single sign-on can be switched on after a test sign-in has succeeded.',
  noGroups: (): string => 'Give tool rights to at least one group first. Otherwise nobody could sign in.',
  onFirst: (): string => 'Switch single sign-on on before you turn passwords off.',
  emergencyNeeded: (): string =>
    'Choose at least one emergency admin: a user with User Security, a password and a second factor who is not linked with single sign-on.',
  noSuchCandidate: (): string =>
    'One of the emergency admins can’t be one: they need User Security, a password and a second factor, and must not be linked with single sign-on.',
  whileOff: (): string => 'Passwords are turned off. Turn them on before you switch single sign-on off.',
  noSuchTest: (): string => 'There is no such test of yours. Test the connection again.',
  notLinked: (): string => 'This user is not linked with single sign-on.',
} as const;
