import { legible } from '../../text/legible.ts';

/** One letter, with or without a period. */
const INITIAL = /^\p{L}\p{M}*\.?$/u;
/** So few values say nothing about a column. */
const LEAST = 2;

/**
 * Whether a column of middle names has initials only. Campus may have the whole names, which an initial would replace, so it
 * is asked (ID-6).
 */
export function isInitials(cells: readonly string[]): boolean {
  const filled = cells.map(legible).filter((cell) => cell !== '');
  return filled.length >= LEAST && filled.every((cell) => INITIAL.test(cell));
}
