import type { Transaction } from '../../db/client.ts';
import type { NearAddresses } from '../address/near-pairs.ts';
import { type ComparedAddress, comparedAddress } from '../address/nearness.ts';
import type { StoredAddress } from '../address/stored-address.ts';
import { inhabited } from './inhabited.ts';
import type { Inhabited, NearPair, Part } from './schema.ts';

type Described = Omit<NearAddresses, 'score'> & { score: number | null };

/** Pairs with who lives there and which parts differ. */
export async function describePairs(
  tx: Transaction,
  pairs: readonly Described[],
  today: string,
): Promise<NearPair[]> {
  const all = new Map(pairs.flatMap(({ first, second }) => [first, second]).map((one) => [one.id, one]));
  const homes = await inhabited(tx, [...all.values()], today);
  return pairs.map(({ first, second, score, differences }) => ({
    first: homes.get(first.id) as Inhabited,
    second: homes.get(second.id) as Inhabited,
    score,
    why: differences,
    differing: differingParts(first, second),
    differentId: null,
  }));
}

const COMPARED: Record<Part, keyof ComparedAddress> = {
  number: 'number',
  prefix: 'prefix',
  street: 'name',
  tag: 'tag',
  direction: 'direction',
  apt: 'unit',
  city: 'city',
  state: 'state',
  zip: 'zip',
};

function differingParts(first: StoredAddress, second: StoredAddress): Part[] {
  const [a, b] = [comparedAddress(first), comparedAddress(second)];
  return (Object.keys(COMPARED) as Part[]).filter((part) => a[COMPARED[part]] !== b[COMPARED[part]]);
}
