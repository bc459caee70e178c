/**
 * Lets pieces of work run side by side, and each know when the one that began before it is through: what must be done in
 * order awaits `before`. When one fails, whoever waits for it fails alike.
 */
export function inTurn(): (work: (before: Promise<void>) => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const mine = work(last);
    last = mine;
    return mine;
  };
}
