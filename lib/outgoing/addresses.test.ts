import { BlockList } from 'node:net';
import { expect, test } from 'vitest';
import { addressList, mayConnect } from './addresses.ts';

const none = new BlockList();

test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) =>
  expect(mayConnect(none, address)).toBe(true),
);

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...['224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1'],
  ...['2002:a00:1::', '2001:db8::1', 'ff02::1', 'localhost', ''],
])('%s is not', (address) => expect(mayConnect(none, address)).toBe(false));

test('the operator allows private addresses and ranges', () => {
  const access = addressList(['10.1.0.0/16', 'fd00::/8', '127.0.0.1']);
  for (const address of ['10.1.9.9', 'fd00::7', '127.0.0.1', '::ffff:10.1.0.1'])
    expect(mayConnect(access, address)).toBe(true);
  for (const address of ['10.2.0.1', 'fe80::1', '127.0.0.2']) expect(mayConnect(access, address)).toBe(false);
});

test.each(['10.0.0.0/33', 'host', '10.0.0/8', '1.2.3.4/x', 'fd00::/129'])('%s is no address', (entry) =>
  expect(() => addressList([entry])).toThrow('Not an address'),
);
