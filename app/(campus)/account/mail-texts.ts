import type { ChosenMailType } from '../../../lib/mail/chosen-types.ts';

/** Continue “Get an e-mail when”. */
export const MAIL_TYPE_NAMES: Record<ChosenMailType, string> = {
  commitHeld: 'a commit waits for approval',
  commitFailed: 'a commit failed or was cancelled',
  commitDone: 'a commit or an undo is done',
  feedFailed: 'a feed failed or found no file',
  feedValidated: 'a feed was validated and waits for you',
  manyErrors: 'more errors are open than the district’s limit',
  clientSilent: 'a vendor has stopped calling',
};

/** The sentences about one's own e-mails. */
export const OWN_MAIL_TEXTS = {
  address: (): string => 'Links to choose a password go there, too. Empty for no e-mails.',
  notSetUp: (): string =>
    'Campus sends no e-mails yet: the operator has not set up a mail server. Your choice is saved for then.',
  saved: (): string => 'Saved.',
};
