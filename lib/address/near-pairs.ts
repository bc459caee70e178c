import { Breather } from '../concurrency/breather.ts';
import { type ComparedAddress, comparedAddress, type Nearness, nearness, slipKeys } from './nearness.ts';
import type { StoredAddress } from './stored-address.ts';
import { twoPlaces } from './two-places.ts';

export interface NearAddresses extends Nearness {
  first: StoredAddress;
  second: StoredAddress;
}

/** From here on two addresses of one district are worth an admin's look. */
const WORTH_A_LOOK = 0.75;

interface Entry {
  /** Its place in the order of keys. */
  index: number;
  address: StoredAddress;
  compared: ComparedAddress;
}

/** Of one house number: what is left of names when letters are left out, at most (about 30 MB). A city of 5,000 streets has as many. */
const MAX_SLIP_KEYS = 300_000;
/** Pairs of one house number that are compared. A city has a few dozen. */
const MAX_COMPARED = 20_000;
/** Near names in different places, which are not compared, cost less. */
const MAX_NAME_PAIRS = 100_000;

/**
 * Pairs among the addresses of one house number or box that may be one door, in the order given. By blocks, so that the
 * work grows with the addresses and with what is found, not with all pairs: near names meet by what is left of them when
 * letters are left out, and then only addresses that share their zip or city. Bounded, whatever a client has stored: of more
 * than 20,000 pairs the first are compared, and the others once those are merged. Other calls run between.
 */
export async function nearPairs(addresses: readonly StoredAddress[]): Promise<NearAddresses[]> {
  if (addresses.length < 2) return [];
  const breather = new Breather();
  const entries: Entry[] = [];
  for (const [index, address] of addresses.entries()) {
    entries.push({ index, address, compared: comparedAddress(address) });
    await breather.breathe();
  }
  const byName = Map.groupBy(
    entries.filter(({ compared }) => compared.number !== ''),
    ({ compared }) => compared.name,
  );
  const found = new Map<string, [Entry, Entry]>();
  for (const own of byName.values()) {
    meet(own, found);
    await breather.breathe();
  }
  for (const pair of nearNames([...byName.keys()])) {
    if (found.size >= MAX_COMPARED) break;
    if (pair)
      meet(
        pair.flatMap((name) => byName.get(name) ?? []),
        found,
      );
    await breather.breathe();
  }
  const near: NearAddresses[] = [];
  for (const [a, b] of [...found.values()].sort(([a, b], [c, d]) => a.index - c.index || b.index - d.index)) {
    const nearness = nearDuplicate(a.compared, b.compared);
    if (nearness) near.push({ first: a.address, second: b.address, ...nearness });
    await breather.breathe();
  }
  return near;
}

/** How near two addresses are, if they may well be one door. */
function nearDuplicate(a: ComparedAddress, b: ComparedAddress): Nearness | null {
  const bothSay = (part: 'unit' | 'tag') => a[part] !== '' && b[part] !== '' && a[part] !== b[part];
  // Apt 4 and Apt 5; 109th Ave and 109th Ln, which lie side by side.
  if (twoPlaces(a, b) !== null || bothSay('unit') || (/\d/.test(a.name) && bothSay('tag'))) return null;
  const near = nearness(a, b);
  return near && near.score >= WORTH_A_LOOK ? near : null;
}

/** Pairs of names within a slip of the pen. */
function* nearNames(names: readonly string[]): Generator<[string, string] | undefined> {
  const byKey = new Map<string, string[]>();
  let pairs = 0;
  for (const name of names) {
    const near = new Set<string>();
    for (const key of byKey.size < MAX_SLIP_KEYS ? slipKeys(name) : []) {
      const others = byKey.get(key) ?? [];
      for (const other of others) near.add(other);
      byKey.set(key, others);
      others.push(name);
    }
    for (const other of near) if (++pairs < MAX_NAME_PAIRS) yield [other, name];
    // Also where nothing is near: others have their turn.
    yield undefined;
  }
}

/**
 * Pairs that share number and zip, or number and city. Where a building has several units, one without a unit may be any
 * of them, so only equal units meet.
 */
function meet(entries: readonly Entry[], found: Map<string, [Entry, Entry]>): void {
  if (entries.length < 2) return;
  for (const part of ['zip', 'city'] as const) {
    const places = Map.groupBy(
      entries.filter(({ compared }) => compared[part] !== ''),
      ({ compared }) => `${compared.postOfficeBox}|${compared.number}|${compared[part]}`,
    );
    for (const place of places.values()) {
      const units = new Set(place.map(({ compared }) => compared.unit).filter(Boolean));
      const doors = units.size < 2 ? [place] : Map.groupBy(place, ({ compared }) => compared.unit).values();
      for (const door of doors)
        for (const [i, a] of door.entries())
          for (const b of door.slice(i + 1)) {
            if (found.size >= MAX_COMPARED) return;
            const [first, second] = a.index < b.index ? [a, b] : [b, a];
            found.set(`${first.index}|${second.index}`, [first, second]);
          }
    }
  }
}
