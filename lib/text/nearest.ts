import { editDistance } from './edit-distance.ts';

/**
 * The known name that a misspelled one most likely means, or undefined. Case and separators count nothing
 * (`school_number` is `schoolNumber`); else up to a third of the letters may be wrong, missing, extra or swapped.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  // A name longer than any of ours by far is not compared: its length is the client's choice.
  if (name.length > 64) return undefined;
  const plain = plainName(name);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(plain, plainName(candidate), least - 1);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
