import { type ComparedAddress, comparedAddress, type Nearness, nearness, slipKeys } from './nearness.ts';
import type { StoredAddress } from './stored-address.ts';

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

/**
 * Pairs among the addresses of one house number or box that may be one door, in the order given. By blocks, so that the
 * work grows with the addresses and with what is found, not with all pairs: near names meet by what is left of them when
 * letters are left out, and then only addresses that share their zip or city. Pure.
 */
export function nearPairs(addresses: readonly StoredAddress[]): NearAddresses[] {
  if (addresses.length < 2) return [];
  const entries = addresses.map((address, index) => ({ index, address, compared: comparedAddress(address) }));
  const byName = Map.groupBy(
    entries.filter(({ compared }) => compared.number !== ''),
    ({ compared }) => compared.name,
  );
  const found = new Map<string, [Entry, Entry]>();
  for (const own of byName.values()) meet(own, found);
  for (const [a, b] of nearNames([...byName.keys()]))
    meet([...(byName.get(a) ?? []), ...(byName.get(b) ?? [])], found);
  return [...found.values()]
    .sort(([a, b], [c, d]) => a.index - c.index || b.index - d.index)
    .flatMap(([a, b]) => {
      const near = nearDuplicate(a.compared, b.compared);
      return near ? [{ first: a.address, second: b.address, ...near }] : [];
    });
}

/** How near two addresses are, if they may well be one door. */
function nearDuplicate(a: ComparedAddress, b: ComparedAddress): Nearness | null {
  const bothSay = (part: 'unit' | 'zip' | 'tag') => a[part] !== '' && b[part] !== '' && a[part] !== b[part];
  // Apt 4 and Apt 5; box 12 of two post offices; 109th Ave and 109th Ln, which lie side by side.
  if (bothSay('unit') || (a.postOfficeBox && bothSay('zip')) || (/\d/.test(a.name) && bothSay('tag')))
    return null;
  const near = nearness(a, b);
  return near && near.score >= WORTH_A_LOOK ? near : null;
}

/** Pairs of names within a slip of the pen. */
function nearNames(names: readonly string[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  const byKey = new Map<string, string[]>();
  for (const name of names)
    for (const key of slipKeys(name)) {
      const others = byKey.get(key);
      if (!others) byKey.set(key, [name]);
      else {
        for (const other of others) pairs.set(`${other}|${name}`, [other, name]);
        others.push(name);
      }
    }
  return [...pairs.values()];
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
            const [first, second] = a.index < b.index ? [a, b] : [b, a];
            found.set(`${first.index}|${second.index}`, [first, second]);
          }
    }
  }
}
