/** What an admin reads when a change of credentials is refused. */
export const CREDENTIAL_TEXTS = {
  noSuchClient: () => 'There is no such client in this district.',
  noSuchSecret: () => 'This secret does not exist or no longer works.',
  secretIsCurrent: () =>
    'This is the current secret. Generate a new one to replace it, or disable the client.',
  typeAppName: (appName: string) => `Type ${appName}, the appName of your district, to confirm.`,
} as const;
