import type { MailType } from '../../db/schema/mail.ts';

/** What the button of an e-mail says. */
export const MAIL_ACTIONS: Record<MailType, string> = {
  invitation: 'Choose your password',
  reset: 'Choose your password',
  commitHeld: 'Review the commit',
  commitFailed: 'Open the results',
  commitDone: 'Open the results',
  feedFailed: 'Open the feed',
  feedValidated: 'Review the report',
  manyErrors: 'Open the error log',
  clientSilent: 'Open API Credentials',
};

/** What users read in e-mails. */
export const MAIL_TEXTS = {
  invited: (): string => 'Choose your password for Campus',
  invitedBody: (by: string, until: string): string =>
    `${by} has added you as a user of Campus. Choose a password to sign in.\n\nThe link works once, until ${until}. If you do not know why you got this e-mail, ignore it.`,
  reset: (): string => 'Choose a new password for Campus',
  resetBody: (by: string, until: string): string =>
    `${by} has reset your password for Campus. Choose a new one to sign in.\n\nThe link works once, until ${until}. If you did not ask for this, tell ${by}.`,
  username: (username: string): string => `Your username is ${username}.`,
  usersOnly: (): string => 'E-mails are for users who are signed in.',
  /** After it comes a link. */
  off: (): string => 'Stop e-mails like this one',
  /** Why somebody gets it. */
  footer: (district: string): string =>
    `Campus of ${district} sent this e-mail to you as one of its users. Nobody reads replies.`,
} as const;
