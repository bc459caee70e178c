import { lookup } from 'node:dns/promises';
import type { BlockList } from 'node:net';
import { mayConnect } from './addresses.ts';

/**
 * The address of a host that Campus may connect to. Connect to it and not to the name, which may have another address a
 * moment later.
 * @param allowed private addresses that the operator allows
 */
export async function findAddress(
  allowed: BlockList,
  host: string,
): Promise<{ address: string } | { refused: 'unknown' | 'notAllowed' }> {
  // A URL has an address of IPv6 in brackets.
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const found = await lookup(bare, { all: true }).catch(() => []);
  if (found.length === 0) return { refused: 'unknown' };
  const first = found.find(({ address }) => mayConnect(allowed, address));
  // One name with a public and a private address is refused too: filters are bypassed with such names.
  if (!first || found.some(({ address }) => !mayConnect(allowed, address))) return { refused: 'notAllowed' };
  return { address: first.address };
}
