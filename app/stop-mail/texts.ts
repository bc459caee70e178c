/** The sentences of the page that an e-mail's link opens. */
export const STOP_MAIL_TEXTS = {
  question: (): string => 'Campus then no longer sends you e-mails of this type. You need not sign in.',
  done: (): string => 'Campus no longer sends you e-mails of this type. Messages in Campus still arrive.',
  again: (): string => 'To get them again, sign in and choose them under Your account.',
};
