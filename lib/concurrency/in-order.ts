/**
 * Runs work concurrently. Each piece gets a promise that resolves when the previous one has finished; a failure rejects
 * all later ones.
 */
export function inOrder(): (work: (previousDone: Promise<void>) => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const own = work(last);
    last = own;
    return own;
  };
}
