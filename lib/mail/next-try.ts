/** Minutes to wait after each failed attempt; the last one repeats until the e-mail expires. */
const PAUSES = [1, 5, 15, 60, 120, 240];

/** When an e-mail is tried again after its `attempts`th attempt failed at `now`. Pure. */
export const nextTry = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + (PAUSES[attempts - 1] ?? (PAUSES.at(-1) as number)) * 60_000);
