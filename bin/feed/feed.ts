import { openDatabase } from '../../db/client.ts';
import type { Context } from '../../lib/context.ts';
import { cryptoKeys } from '../../lib/crypto/keys.ts';
import { Failure, NotFound, Unavailable } from '../../lib/failure.ts';
import { listFeeds } from '../../lib/feeds/list-feeds.ts';
import { runAndWait } from '../../lib/feeds/run-and-wait.ts';
import { settings } from '../../lib/settings.ts';
import { contextOf } from '../../lib/setup/context-of.ts';
import { settleForServing } from '../environment.ts';
import { exitCodeOf } from './exit-code.ts';

interface Options {
  appName: string;
}

/** Prints one line of JSON per feed. */
export const list = ({ appName }: Options): Promise<void> =>
  inDistrict(appName, async (ctx) => {
    for (const feed of (await listFeeds(ctx)).data) console.log(JSON.stringify(feed));
  });

/** Runs a feed by the worker and waits until it has ended. */
export const run = (name: string, { appName }: Options): Promise<void> =>
  inDistrict(appName, async (ctx) => {
    const ended = await runAndWait(ctx, { name });
    console.log(JSON.stringify(ended));
    if (ended.reason) console.error(ended.reason);
    process.exitCode = exitCodeOf(ended);
  });

/** As the role of web and worker: cron needs no owner. */
async function inDistrict(appName: string, work: (ctx: Context) => Promise<void>): Promise<void> {
  await settleForServing();
  const { appDatabaseUrl } = settings();
  const db = openDatabase(appDatabaseUrl, { max: 2 });
  try {
    await work(await contextOf(db, cryptoKeys(settings()), appName));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof NotFound ? 2 : error instanceof Unavailable ? 1 : 4;
  } finally {
    await db.close();
  }
}
