import { counted } from '../text/numbers.ts';

/** What an admin or a vendor reads when a call about credentials is refused. */
export const CREDENTIAL_TEXTS = {
  noSuchClient: () => 'There is no such client in this district.',
  noSuchSecret: () => 'This secret does not exist or no longer works.',
  secretIsCurrent: () =>
    'This is the current secret. Generate a new one to replace it, or disable the client.',
  clientInactive: () => 'This client gets no token, because it is disabled or has expired. Enable it first.',
  noLinkToWithdraw: () =>
    'There is no link to withdraw: it was opened, has expired, or was withdrawn already.',
  noSuchLink: () =>
    'This link does not work. It was opened, withdrawn, replaced, or has expired. Ask the district for a new one.',
  tooManyOpenings: (minutes: number) =>
    `Too many links from your network did not work. Wait ${counted(minutes, 'minute', 'minutes')}, then try again.`,
  typeAppName: (appName: string) => `Type ${appName}, the appName of your district, to confirm.`,
} as const;

/** What a connection test found. */
export const CONNECTION_TEXTS = {
  gotToken: () => 'Campus issued a token.',
  readSchool: () => 'The token works: the schools were read.',
  lacksScope: () =>
    'The token works. This client can’t read schools, because it does not have the scope staff.read.',
  noAnswer: (seconds: number) =>
    `No answer within ${seconds} seconds. Check the public address and the firewall.`,
  notReached: (code: string) =>
    `The public address could not be reached (${code}). Check the address, its certificate and the firewall.`,
  otherAnswer: (status: number) =>
    `The answer is not from Campus (status ${status}). Check where the public address leads.`,
} as const;
