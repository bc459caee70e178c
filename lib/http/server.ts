import type { BlockList } from 'node:net';
import type { Database } from '../../db/client.ts';
import { type CryptoKeys, cryptoKeys } from '../crypto/keys.ts';
import { database } from '../database.ts';
import type { FeedAccess } from '../feeds/source/access.ts';
import { type Log, log } from '../log.ts';
import { RequestLog } from '../request-log/request-log.ts';
import { settings } from '../settings.ts';
import type { Pace } from './body-clock.ts';
import { CallLimits } from './call-limits.ts';

/** Shared by all routes of this process. Tests make their own. */
export interface Server {
  db: Database;
  keys: CryptoKeys;
  /** The origin that people and vendors use, without a trailing slash. */
  publicUrl: string;
  log: Log;
  now: () => Date;
  callLimits: CallLimits;
  /** Records the calls of clients. Most tests have none. */
  requestLog?: RequestLog;
  /** Bytes that a district's run may have in the staging, if not as many as usual. */
  stagingBytes?: number;
  /** Whether users get e-mails. */
  sendsMail?: boolean;
  /** What feeds may reach. */
  feedAccess?: FeedAccess;
  /** Private addresses at which a district's identity provider may be; none if undefined. */
  providerAddresses?: BlockList;
  /** How bodies must arrive, if not as usual: tests wait for milliseconds. */
  pace?: Pace;
}

let shared: Server | undefined;

/** Opened at first use: `next build` loads every route and has no settings. */
export function server(): Server {
  if (shared) return shared;
  const db = database();
  shared = {
    db,
    keys: cryptoKeys(settings()),
    publicUrl: settings().publicUrl,
    stagingBytes: settings().stagingBytes,
    sendsMail: settings().mail !== undefined,
    feedAccess: settings().feedAccess,
    providerAddresses: settings().providerAddresses,
    log: log(),
    now: () => new Date(),
    callLimits: new CallLimits(db),
    requestLog: new RequestLog(db, log()),
  };
  return shared;
}
