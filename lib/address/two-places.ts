import { type ComparedAddress, nearness } from './nearness.ts';

/**
 * What makes two addresses two places, which are never proposed as one nor merged (RO-4): other numbers, other zips where
 * both have one, or streets that differ by more than a slip of the pen. Null when they may be one. Pure.
 */
export function twoPlaces(a: ComparedAddress, b: ComparedAddress): 'numbers' | 'zips' | 'streets' | null {
  if (a.number !== b.number) return 'numbers';
  if (a.zip !== '' && b.zip !== '' && a.zip !== b.zip) return 'zips';
  return nearness(a, b) === null ? 'streets' : null;
}
