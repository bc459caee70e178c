import { BlockList, isIP } from 'node:net';

/** Two lists, because a range of IPv6 in one of them also catches the addresses of IPv4 that it carries. */
const PRIVATE_IPV4 = addressList([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]);
const PRIVATE_IPV6 = addressList([
  // All but global unicast, and what carries IPv4 inside.
  ...['::/3', '2001::/32', '2001:db8::/32', '2002::/16', '4000::/2', '8000::/1'],
]);

/** @param entries `10.1.2.3`, `10.1.0.0/16`, `fd00::/8` @throws for anything else */
export function addressList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (family === 0 || prefix < 0 || prefix > most) throw new Error(`Not an address: ${entry}`);
    list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/**
 * Whether Campus may connect to an address that an admin gave: every public one, and the private ones that the operator
 * allows. Otherwise an admin could have it call what only the server reaches, such as a cloud's metadata.
 */
export function mayConnect(allowed: BlockList, address: string): boolean {
  // As an IPv6 socket names one of IPv4.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  if (family === 0) return false;
  const type = family === 6 ? 'ipv6' : 'ipv4';
  const isPrivate = (family === 6 ? PRIVATE_IPV6 : PRIVATE_IPV4).check(plain, type);
  return !isPrivate || allowed.check(plain, type);
}
