import { formatStreetLine } from '../address/format.ts';
import { zipKey } from '../address/last-line.ts';
import { comparedAddress, nearness } from '../address/nearness.ts';
import type { PairAddress } from './pair.ts';

/**
 * Why two addresses can't be merged: their numbers, streets or zips differ, so they are two places (RO-4). A street may
 * differ as a slip of the pen does. Pure.
 * @returns null if they can
 */
export function whyNotMerged(kept: PairAddress, dropped: PairAddress): string | null {
  const number = ({ number }: PairAddress) => number?.trim().toUpperCase() ?? '';
  const [a, b] = [zipKey(kept.zip), zipKey(dropped.zip)];
  const differs =
    number(kept) !== number(dropped)
      ? 'numbers'
      : a && b && a !== b
        ? 'zips'
        : nearness(comparedAddress(kept), comparedAddress(dropped)) === null
          ? 'streets'
          : null;
  return (
    differs &&
    `“${formatStreetLine(kept)}” and “${formatStreetLine(dropped)}” have different ${differs}, so they can’t be merged. If a person lives at the wrong address, change the household instead.`
  );
}
