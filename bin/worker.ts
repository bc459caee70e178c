import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../db/client.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import { startWorker } from '../lib/jobs/work.ts';
import { describeError, log } from '../lib/log.ts';
import { appDatabaseUrl, settings } from '../lib/settings.ts';
import { refuseUnboundRole } from './bound-role.ts';
import { onStop } from './on-stop.ts';

/** A job that is cut off goes on in the next worker, from its last finished batch. */
const STOP_PATIENCE_MS = 5_000;

/** Does jobs until it is told to stop. A database that is away at start is waited for. */
export async function runWorker(): Promise<void> {
  const appUrl = appDatabaseUrl(settings());
  await refuseUnboundRole(appUrl);
  const db = openDatabase(appUrl);
  const started = startAtLast(() =>
    startWorker(db, cryptoKeys(settings()), (error) => log().error(describeError(error), 'a job failed')),
  );
  onStop(async () => {
    const boss = await Promise.race([started, undefined]);
    await boss?.stop({ timeout: STOP_PATIENCE_MS });
  });
  await started;
  log().info('the worker takes jobs');
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
