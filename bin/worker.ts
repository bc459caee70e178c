import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { type Database, openDatabase } from '../db/client.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import { removeOldErrors } from '../lib/error-log/remove-old.ts';
import { describeError, log } from '../lib/log.ts';
import { appDatabaseUrl, settings } from '../lib/settings.ts';
import { removeExpired } from '../lib/tidy/remove-expired.ts';
import { startWorker } from '../lib/worker/start-worker.ts';
import { refuseUnboundRole } from './bound-role.ts';
import { onStop } from './on-stop.ts';

/** A job that is cut off goes on in the next worker, from its last finished batch. */
const STOP_PATIENCE_MS = 5_000;

const DAY_MS = 86_400_000;

/** Does jobs until it is told to stop. A database that is away at start is waited for. */
export async function runWorker(): Promise<void> {
  // Where both want the processor, whoever waits for a page goes first.
  setPriority(constants.priority.PRIORITY_LOW);
  const appUrl = appDatabaseUrl(settings());
  let boss: PgBoss | undefined;
  // A database that is away must not hold up the end.
  onStop(() => Promise.race([boss?.stop({ timeout: STOP_PATIENCE_MS }), pause(2 * STOP_PATIENCE_MS)]));
  await refuseUnboundRole(appUrl);
  const db = openDatabase(appUrl);
  boss = await startAtLast(() =>
    startWorker(db, cryptoKeys(settings()), (error) => log().error(describeError(error), 'a job failed')),
  );
  log().info('the worker takes jobs');
  tidyDaily(db);
  process.send?.('ready');
}

/** What a district need not keep is removed at the start, and once a day. */
function tidyDaily(db: Database): void {
  const tidy = async () => {
    for (const remove of [removeOldErrors, removeExpired])
      await remove(db, new Date()).catch((error) =>
        log().warn(describeError(error), 'what is old or has run out stays until tomorrow'),
      );
  };
  void tidy();
  setInterval(tidy, DAY_MS).unref();
}

async function startAtLast<T>(start: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await start();
    } catch (error) {
      log().warn(describeError(error), 'the worker waits for the database');
      await pause(2_000);
    }
  }
}
