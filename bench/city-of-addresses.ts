import type { Random } from '../db/seed/synthetic/random.ts';
import { textRun } from '../db/sql-text.ts';
import { type AddressComponents, NO_ADDRESS } from '../lib/address/components.ts';
import { matchKey } from '../lib/address/match-key.ts';
import { writers } from '../lib/change/apply/row-writers.ts';
import { newId } from '../lib/new-id.ts';
import { inOnlyDistrict } from './databases.ts';

export const TAGS = ['Ave', 'St', 'Dr', 'Rd', 'Ln', 'Ct'];
const STREETS = 1500;
const BATCH_ROWS = 10_000;

/**
 * Fills the only district with the addresses of one city of fifty zips, each once by its key.
 *
 * @returns those of the first batch
 */
export async function fillCity(
  ownerUrl: string,
  addresses: number,
  random: Random,
): Promise<AddressComponents[]> {
  const streets = Array.from({ length: STREETS }, () => aName(random));
  const known = new Set<string>();
  const first: AddressComponents[] = [];
  await inOnlyDistrict(ownerUrl, async (tx) => {
    while (known.size < addresses) {
      const batch = [];
      while (batch.length < BATCH_ROWS && known.size < addresses) {
        const address = anAddress(random, streets);
        const key = matchKey(address);
        if (known.has(key)) continue;
        known.add(key);
        batch.push({ id: newId(), matchKey: key, ...address });
        if (first.length < BATCH_ROWS) first.push(address);
      }
      await writers.address.insert(tx, batch);
    }
    await textRun(tx, 'analyze address');
  });
  return first;
}

const aName = (random: Random): string =>
  Array.from({ length: random.int(6, 10) }, (_, i) =>
    i % 2 ? random.pick([...'aeiou']) : random.pick([...'bdklmnprst']),
  ).join('');

function anAddress(random: Random, streets: readonly string[]): AddressComponents {
  return {
    ...NO_ADDRESS,
    // Small numbers are common, as in life.
    number: String(Math.ceil(random.next() ** 2 * 12_000)),
    prefix: random.chance(0.2) ? random.pick(['N', 'S', 'E', 'W']) : null,
    street: random.pick(streets),
    tag: random.pick(TAGS),
    apt: random.chance(0.15) ? String(random.int(1, 40)) : null,
    city: 'Blaine',
    state: 'MN',
    zip: String(55_100 + random.int(0, 49)),
  };
}
