import { findAddress } from '../../outgoing/find-address.ts';
import { FEED_PROBLEMS } from '../texts.ts';
import type { FeedAccess } from './access.ts';
import { FeedProblem } from './feed-problem.ts';

/** The address of a host that feeds may connect to. @throws FeedProblem */
export async function resolveHost({ privateAddresses }: FeedAccess, host: string): Promise<string> {
  const found = await findAddress(privateAddresses, host);
  if ('address' in found) return found.address;
  throw new FeedProblem(
    found.refused === 'unknown' ? FEED_PROBLEMS.unreachable(host) : FEED_PROBLEMS.notAllowed(host),
  );
}
