/** The sentences of the page that a user without the required second factor gets. */
export const SECOND_FACTOR_TEXTS = {
  lead: (district: string): string =>
    `${district} requires one. Then you can use Campus as before. To leave, sign out.`,
  app: (): string =>
    'You need an authenticator app on your phone. From now on, signing in also asks for a code of it. A stolen password alone is then not enough to sign in.',
};
