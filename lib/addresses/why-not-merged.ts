import { formatStreetLine } from '../address/format.ts';
import { comparedAddress } from '../address/nearness.ts';
import type { StoredAddress } from '../address/stored-address.ts';
import { twoPlaces } from '../address/two-places.ts';

/**
 * Why two addresses can't be merged: they are two places (RO-4). Pure.
 * @returns null if they can
 */
export function whyNotMerged(kept: StoredAddress, dropped: StoredAddress): string | null {
  const differs = twoPlaces(comparedAddress(kept), comparedAddress(dropped));
  return (
    differs &&
    `“${formatStreetLine(kept)}” and “${formatStreetLine(dropped)}” have different ${differs}, so they can’t be merged. If a person lives at the wrong address, change the household instead.`
  );
}
