import type { Transaction } from '../../db/client.ts';
import { addressesByKey } from '../address/stored-address.ts';
import type { Fingerprint } from './likeness.ts';

/** The same people with the addresses that Campus has: of a merged one, the address that is kept instead. */
export async function withKeptAddresses(
  tx: Transaction,
  asked: readonly Fingerprint[],
): Promise<Fingerprint[]> {
  const keys = [...new Set(asked.flatMap(({ addresses }) => addresses))];
  const found = keys.length > 0 ? await addressesByKey(tx, keys) : new Map<string, { matchKey: string }>();
  return asked.map((fingerprint) => ({
    ...fingerprint,
    addresses: fingerprint.addresses.flatMap((key) => found.get(key)?.matchKey ?? []),
  }));
}
