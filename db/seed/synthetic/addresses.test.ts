import { expect, test } from 'vitest';
import { matchKey } from '../../../lib/address/match-key.ts';
import { readAddress } from '../../../lib/address/read-address.ts';
import { numberedAddress, spelled } from './addresses.ts';
import { Random } from './random.ts';

const random = new Random(7);
const addresses = Array.from({ length: 20_000 }, (_, n) => numberedAddress(n, random));

test('no two numbers are the same address', () => {
  expect(new Set(addresses.map(matchKey)).size).toBe(addresses.length);
});

test('ADR-3 however HR spells one, it is found', () => {
  for (const address of addresses) {
    const given = spelled(address, random);
    const key = matchKey(address);
    expect(readAddress(given).matchKeys, JSON.stringify(given)).toContain(key);
  }
});
