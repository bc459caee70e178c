import { formatStreetLine } from '../address/format.ts';
import { comparedAddress } from '../address/nearness.ts';
import type { StoredAddress } from '../address/stored-address.ts';
import { twoPlaces } from '../address/two-places.ts';
import { ADDRESS_TEXTS } from './texts.ts';

/**
 * Why two addresses can't be merged: they are two places (RO-4). Pure.
 * @returns null if they can
 */
export function whyNotMerged(kept: StoredAddress, dropped: StoredAddress): string | null {
  const differs = twoPlaces(comparedAddress(kept), comparedAddress(dropped));
  return differs && ADDRESS_TEXTS.twoPlaces(formatStreetLine(kept), formatStreetLine(dropped), differs);
}
