/** What a caller reads who has no Message Center. */
export const MESSAGES_TEXTS = {
  signedInOnly: () => 'Messages are for people who are signed in.',
} as const;
