import { lookup } from 'node:dns/promises';
import { FEED_PROBLEMS } from '../texts.ts';
import { type FeedAccess, mayConnect } from './access.ts';
import { FeedProblem } from './feed-problem.ts';

/**
 * The address of a host that feeds may connect to. Connect to it and not to the name, which may have another address a
 * moment later.
 * @throws FeedProblem
 */
export async function resolveHost(access: FeedAccess, host: string): Promise<string> {
  // A URL has an address of IPv6 in brackets.
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const found = await lookup(bare, { all: true }).catch(() => []);
  if (found.length === 0) throw new FeedProblem(FEED_PROBLEMS.unreachable(host));
  const allowed = found.find(({ address }) => mayConnect(access, address));
  // One name with a public and a private address is refused too: filters are bypassed with such names.
  if (!allowed || found.some(({ address }) => !mayConnect(access, address)))
    throw new FeedProblem(FEED_PROBLEMS.notAllowed(host));
  return allowed.address;
}
