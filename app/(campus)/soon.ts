import { setTimeout as pause } from 'node:timers/promises';

/** Longer than it takes in most districts, and too short to be noticed. */
const SOON_MS = 150;

/**
 * Waits for work, but not as long as it takes in a large district: the page is sent, and what the work finds follows in the same
 * answer. Its queries must not be waited for elsewhere.
 */
export const soon = (work: Promise<unknown>): Promise<unknown> => Promise.race([work, pause(SOON_MS)]);
