/** The sentences of the single sign-on page. */
export const SIGN_ON_TEXTS = {
  lead: (): string =>
    'Your district’s users sign in with the account that they have at your identity provider, by OpenID Connect or SAML.',
  registered: (): string => 'Register Campus at your identity provider with this address, exactly.',
  issuer: (): string => 'As the provider writes it, such as https://login.example.org.',
  secretKept: (): string => 'A secret is saved. Leave this empty to keep it.',
  secret: (): string => 'It is encrypted, and never shown again.',
  scopes: (): string => 'What Campus asks the provider for, separated by spaces.',
  oidc: (): string => 'Choose this if your provider offers both.',
  saml: (): string => 'For providers without OpenID Connect.',
  claims: (): string =>
    'The claims by which the provider names these. The test shows which claims arrive. The person’s stable name is always the claim sub.',
  attributes: (): string =>
    'The attributes by which the provider names these. The test shows which attributes arrive. NameID means the name in the subject.',
  entityId: (): string => 'The provider also calls it audience or identifier.',
  acsUrl: (): string =>
    'Enter both at your identity provider, exactly, or give it Campus’ metadata. The provider also calls it ACS URL or single sign-on URL.',
  metadata: (): string =>
    'The provider’s metadata say how it is reached and what its answers are signed with. Read them again when it changes its certificate.',
  metadataUrl: (): string => 'Campus reads it now, not later by itself.',
  identity: (): string =>
    'The attribute that names a person and never changes or passes to somebody else, such as an employee number. Leave it empty if the provider sends a persistent NameID.',
  unread: (): string => 'Read the provider’s metadata first.',
  expires: (day: string): string => `Expires on ${day}.`,
  expired: (day: string): string => `Expired on ${day}. Ask the provider for its new metadata.`,
  groups: (): string =>
    'Who is in none of these groups can’t sign in. Somebody in several gets the tool rights of all of them. Each sign-in sets them again.',
  noGroups: (): string => 'No group yet. Add at least one, or nobody can sign in.',
  links: (): string =>
    'Only if nobody can choose their username at the provider. Users with User Security are never linked this way: they link themselves under Your account.',
  saved: (): string => 'Saved. Test the connection next.',
  test: (): string =>
    'Takes you to your identity provider and back, and shows what arrived. Nobody is changed.',
  unsaved: (): string => 'Save your changes before you test them.',
  neverTested: (): string => 'No test has succeeded with these settings yet.',
  tested: (): string => 'A test has succeeded with these settings.',
  off: (): string =>
    'Users sign in by password. Single sign-on can be switched on after a test has succeeded.',
  on: (linked: number): string =>
    `The sign-in page offers single sign-on. ${linked === 1 ? '1 user is' : `${linked.toLocaleString('en-US')} users are`} linked.`,
  passwordsOff: (): string => 'Passwords sign in the emergency admins only.',
  passwordsOn: (): string => 'Passwords work, too.',
  emergency: (): string =>
    'Emergency admins can always sign in by password and second factor, also while the provider can’t be reached. They need User Security and must not be linked.',
  noCandidates: (): string =>
    'Nobody can be one yet. Set up a second factor under Your account, and stay unlinked.',
  willSwitchOn: (): string =>
    'The sign-in page offers single sign-on from now on. People in one of the groups get a user at their first sign-in.',
  willSwitchOff: (): string =>
    'Users without a password can’t sign in any more. Sessions that are open go on until they end.',
  willTurnOff: (): string =>
    'Passwords then sign in the emergency admins only. Sessions that are open go on until they end.',
  willTurnOn: (): string => 'Users who have a password can sign in with it again.',
  switched: (on: boolean): string => (on ? 'Single sign-on is on.' : 'Single sign-on is off.'),
  turned: (off: boolean): string =>
    off ? 'Passwords now sign in emergency admins only.' : 'Passwords work again.',
  emergencySaved: (): string => 'Saved.',
  noClaims: (): string => 'Nothing arrived.',
  nothing: (): string => 'None',
};
