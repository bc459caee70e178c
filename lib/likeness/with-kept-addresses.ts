import type { Transaction } from '../../db/client.ts';
import { addressesByKey } from '../address/stored-address.ts';
import type { Fingerprint } from './likeness.ts';

/** Addresses that Campus has by their match keys; the key of a merged one leads to the address that is kept instead. */
export type KeptAddresses = ReadonlyMap<string, { matchKey: string }>;

/** The same people with the addresses that Campus has: of a merged one, the address that is kept instead. */
export async function withKeptAddresses(
  tx: Transaction,
  asked: readonly Fingerprint[],
): Promise<Fingerprint[]> {
  const keys = [...new Set(asked.flatMap(({ addresses }) => addresses))];
  return keepAddresses(asked, keys.length > 0 ? await addressesByKey(tx, keys) : new Map());
}

export const keepAddresses = (asked: readonly Fingerprint[], kept: KeptAddresses): Fingerprint[] =>
  asked.map((fingerprint) => ({
    ...fingerprint,
    addresses: fingerprint.addresses.flatMap((key) => kept.get(key)?.matchKey ?? []),
  }));
