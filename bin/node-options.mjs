import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Megabytes of the heap for young objects; Node's default is 16 (docs/measurements.md). */
const YOUNG = {
  // With 32 it needs 40 MB more and is no faster.
  worker: 16,
  // Its batches are smaller; more would only cost memory.
  web: 8,
};

/**
 * How far the heap may grow before garbage is collected. By itself V8 let web's 80 MB of live objects grow to 400 MB under
 * hostile requests, in sum 890 MB; with half as much again it is about 500 MB, and a transfer takes a fifth longer
 * (docs/measurements.md). A limit of the heap would do the same, but end the process where several such requests come at once.
 * The worker's 50 MB grew to 250 in a validation; it may have three times as much, because half would cost a tenth of its time.
 */
const GROWTH = {
  web: ['--heap-growing-percent=50', '--initial-old-space-size=64'],
  worker: ['--heap-growing-percent=200', '--initial-old-space-size=64'],
};

/**
 * Options that Node reads only when it starts, for each process of the product.
 *
 * @param {string | undefined} command of `campus`
 */
export const nodeOptions = (command) => [
  `--max-semi-space-size=${YOUNG[command] ?? YOUNG.worker}`,
  ...(GROWTH[command] ?? []),
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * What every process of the product has in its environment, unless it is set. Node keeps here what it made of our sources. A process
 * that finds all of them needs no compiler of types, which takes 25 MB, and starts sooner. Where the folder can't be written,
 * nothing is kept. `npm ci` removes it.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
};
