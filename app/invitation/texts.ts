/** The sentences of the page where a user chooses a password by a link. */
export const INVITATION_TEXTS = {
  lead: (): string => 'The link works once. Afterwards you sign in with this password.',
  missing: (): string => 'Choose a password first.',
  password: (): string =>
    '15 to 128 characters. Several unrelated words work best; names, dates and common passwords are refused.',
};
