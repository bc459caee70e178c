import { randomBytes } from 'node:crypto';

const POOL = 16 * 1024;
let pool = Buffer.alloc(0);
let used = 0;

/**
 * Random bytes of the system's generator, a few at a time: one call of it serves a thousand, because by itself it costs
 * more than a cipher or an id. No byte is handed out twice.
 */
export function nextRandom(bytes: number): Buffer {
  if (used + bytes > pool.length) {
    pool = randomBytes(POOL);
    used = 0;
  }
  used += bytes;
  return pool.subarray(used - bytes, used);
}
