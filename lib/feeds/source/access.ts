import type { BlockList } from 'node:net';

/** What the operator lets feeds reach. */
export interface FeedAccess {
  /** Above the districts' own folders; undefined: no feed reads this server's disk. */
  folder: string | undefined;
  /** Private addresses that feeds may connect to. */
  privateAddresses: BlockList;
  /** A certificate to trust beside the usual ones; for tests. */
  ca?: string;
}
