import type { Scope } from '../../../../lib/access/scopes.ts';
import type { Client, Overlap } from '../../../../lib/credentials/schema.ts';

/** The sentences of the credentials page. */
export const CREDENTIAL_TEXTS = {
  lead: (): string => 'What the HR system needs to call Campus. Hand it over securely, never by e-mail.',

  clientId: (): string => 'Identifies the HR system. It is not secret and never changes.',
  clientSecret: (): string =>
    'Proves that a call comes from the HR system. Anyone who has it can read and change staff. The audit log records every reveal.',
  tokenUrl: (): string =>
    'Where the HR system requests a token with the Client ID and Client Secret. The appName names your district: leave it in.',
  baseUrl: (): string =>
    'What every API call begins with, before /api/businessOfficeIntegration. Each call sends the token.',
  documentation: (): string =>
    'Guides, and every call with its fields and errors, for the HR vendor. It opens in a new tab.',

  copyAll: (withSecret: boolean): string =>
    withSecret
      ? 'One text with all of this and the addresses below, the secret too. Paste it only where it is safe.'
      : 'One text with all of this and the addresses below. It has the secret only while it is shown.',
  link: (): string => 'A page that shows the credentials once, without a sign-in. It works for 72 hours.',
  passLinkOn: (): string =>
    'Send it to the one person who sets up the HR system. The first person to open it sees the secret.',
  linkShownOnce: (): string => 'Copy it now: Campus shows it only once. An earlier link no longer works.',
  linkWithdrawn: (): string => 'The link no longer works.',
  test: (): string =>
    'Requests a token and reads one school by the public address. It counts as a call of this client.',

  /** The guide's own words (CRED-5). */
  willGenerate: (): string =>
    'This should ONLY be used if you feel the current secret has been compromised. If you generate a new secret, this new secret must then be used by the HR system to generate a new token. Until that happens all API calls from the HR system will fail.',
  overlaps: {
    none: 'The old secret and its tokens fail immediately.',
    '1h': 'Both secrets work for an hour. Then the old one and its tokens fail.',
    '24h': 'Both secrets work until this time tomorrow.',
    '7d': 'Both secrets work for a week. “Revoke now” ends that earlier.',
  } satisfies Record<Overlap, string>,
  generated: (): string => 'A new secret was generated. Hand it to the HR vendor.',
  revoked: (): string => 'The old secret no longer works.',

  clients: (): string =>
    'Give each HR system its own client, so you can limit, monitor and disable it separately.',
  inactive: (state: Exclude<Client['state'], 'active'>): string =>
    state === 'disabled'
      ? 'This client is disabled. It gets no token, and all its API calls fail.'
      : 'This client has expired. It gets no token, and all its API calls fail.',
  name: (): string => 'As shown under “Started By” and in the audit log, such as the HR system’s name.',
  scopes: {
    'staff.read': 'Read staff, schools and codes.',
    'staff.write': 'Create and change single staff members.',
    'staff.sync': 'Transfer, validate and commit the whole district.',
  } satisfies Record<Scope, string>,
  scopeNeeded: (): string => 'Choose at least one scope.',
  lastDay: (): string =>
    'The client works through this day, in the district’s time zone. Leave it empty for no end.',
  disable: (): string => 'The client gets no token and all its API calls fail until you enable it again.',
  created: (): string => 'The client was created. Show its secret to hand it over.',
  saved: (): string => 'Saved.',
};
