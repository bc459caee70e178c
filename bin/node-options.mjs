/** Megabytes that young objects may fill before they are looked through; Node's own are 16 (docs/measurements.md). */
const YOUNG = {
  // Its batches of a thousand people are garbage by then: less is copied and kept.
  worker: 32,
  // Its slices are smaller: more would only be memory.
  web: 8,
};

/**
 * Options that Node takes at its start only, for each process of the product.
 *
 * @param {string | undefined} command of `campus`
 */
export const nodeOptions = (command) => [`--max-semi-space-size=${YOUNG[command] ?? YOUNG.worker}`];
