import { expect } from 'vitest';

/** Texts that a user reads: sentences with a period, without property names, ids of rules and words of the old dialect. */
export function expectPlainSentences(text: string): void {
  expect(text).toMatch(/^["“A-Z0-9].*[.!?]$/s);
  expect(text).not.toMatch(/\b[a-z]+[A-Z][a-z]|\b(?!UTF-|SHA-)[A-Z]{2,4}-\d|null|undefined|NaN/);
  expect(text).not.toMatch(/\b(anew|whoever|whom|mend|stands|told|behind|by now|isation|ise[ds]?)\b/i);
}
