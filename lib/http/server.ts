import type { Database } from '../../db/client.ts';
import { type CryptoKeys, cryptoKeys } from '../crypto/keys.ts';
import { database } from '../database.ts';
import { type Log, log } from '../log.ts';
import { settings } from '../settings.ts';

/** What every route of this process shares. Tests make their own. */
export interface Server {
  db: Database;
  keys: CryptoKeys;
  /** The origin that people and vendors use, without a trailing slash. */
  publicUrl: string;
  log: Log;
  now: () => Date;
}

let shared: Server | undefined;

/** Opened at first use: `next build` loads every route and has no settings. */
export function server(): Server {
  shared ??= {
    db: database(),
    keys: cryptoKeys(settings()),
    publicUrl: settings().publicUrl,
    log: log(),
    now: () => new Date(),
  };
  return shared;
}
