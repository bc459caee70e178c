import { expect, test } from 'vitest';
import { callerAddress, networkAddress } from './network-address.ts';

test.each([
  [undefined, '192.0.2.1', 0, '192.0.2.1'],
  ['203.0.113.9', '192.0.2.1', 0, '192.0.2.1'],
  ['203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
  ['made up, 203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
  ['made up, 203.0.113.9, 10.0.0.2', '10.0.0.1', 2, '203.0.113.9'],
  ['203.0.113.9', '10.0.0.1', 2, '203.0.113.9'],
  [undefined, '10.0.0.1', 1, '10.0.0.1'],
  [undefined, '::ffff:127.0.0.1', 0, '127.0.0.1'],
  ['::FFFF:203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
  [undefined, '2001:db8::7', 0, '2001:db8::7'],
  ['', undefined, 0, 'unknown'],
])('%j from %s behind %i proxies is %s', (forwarded, peer, proxies, address) => {
  expect(callerAddress(forwarded, peer, proxies)).toBe(address);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8::7', '2001:db8::7'],
  ['412-10-8751', 'unknown'],
  [null, 'unknown'],
])('the address %j is stored as %s', (sent, stored) => {
  expect(networkAddress({ get: () => sent })).toBe(stored);
});
