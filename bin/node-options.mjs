/** Megabytes of the heap for young objects; Node's default is 16 (docs/measurements.md). */
const YOUNG = {
  // A batch of a thousand people is garbage before this is full, so less is copied.
  worker: 32,
  // Its batches are smaller; more would only cost memory.
  web: 8,
};

/**
 * Options that Node reads only when it starts, for each process of the product.
 *
 * @param {string | undefined} command of `campus`
 */
export const nodeOptions = (command) => [`--max-semi-space-size=${YOUNG[command] ?? YOUNG.worker}`];
