/** Messages and e-mails about a feed. */
export const FEED_MESSAGES = {
  failed: (feed: string) => `The feed “${feed}” failed`,
  failedBody: (reason: string) => `${reason}\n\nCampus is not changed.`,
  validationFailed: (reason: string) => `The file was transferred, but its validation failed: ${reason}`,
  validated: (feed: string) => `The feed “${feed}” was validated`,
  validatedBody: (file: string, notes: string | null) =>
    `The file “${file}” was transferred and validated. Review the report, then commit.${notes ? `\n\n${notes}` : ''}`,
  actor: (feed: string) => `Feed ${feed}`,
} as const;
