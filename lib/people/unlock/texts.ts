/** What an admin reads when a person can't be unlocked or locked. */
export const UNLOCK_TEXTS = {
  notManaged: () => 'HR does not manage this person, so nothing is locked.',
  unlockedAlready: (by: string) =>
    `${by} unlocked this person already. To change the time, lock the person first.`,
  notUnlocked: () => 'This person is not unlocked. Reload the page to see the current state.',
  /** The reason of each change made meanwhile, read in the person's history. */
  whyChanged: (why: string, reason: string) => `${why} Emergency unlock: ${reason}`,
} as const;
