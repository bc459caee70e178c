/** What the operator's calls answer. */
export const OPERATOR_TEXTS = {
  notSignedIn: () =>
    'Your session has ended. Make a new link on the server with `campus operator link`, and open it.',
  noSuchLink: () =>
    'This link does not work, or no longer. It works once, for 15 minutes. Make a new one on the server with `campus operator link`.',
  noSuchDistrict: (appName: string) => `There is no district “${appName}”, or no longer. Reload the page.`,
} as const;
