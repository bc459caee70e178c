import { flushCompileCache } from 'node:module';
import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { type Database, openDatabase } from '../db/client.ts';
import { watchDistricts } from '../lib/alerts/watch.ts';
import { untilResumed } from '../lib/backup/until-resumed.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import { isReadyAlone } from '../lib/health/readiness.ts';
import { describeError, log } from '../lib/log.ts';
import { mailerOf } from '../lib/mail/mailer.ts';
import { CampusMetrics } from '../lib/metrics/campus-metrics.ts';
import { settings } from '../lib/settings.ts';
import { tidyDue } from '../lib/tidy/tidy-due.ts';
import { queueLost } from '../lib/worker/queue-lost.ts';
import { startWorker } from '../lib/worker/start-worker.ts';
import { refuseUnboundRole } from './bound-role.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { onStop } from './on-stop.ts';
import { beginTracing } from './tracing.ts';

/** The next worker continues an interrupted job from its last finished batch. */
const STOP_TIMEOUT_MS = 5_000;

/** How often the worker looks for districts whose old data is due to be removed. */
const TIDY_LOOK_MS = 60_000;
const WATCH_MS = 10 * 60_000;
/** How often the worker looks for jobs that are not in the queue. A district without jobs costs one statement. */
const LOST_LOOK_MS = 5 * 60_000;

/** Runs jobs until it is stopped. If the database is away at the start, it waits for it. */
export async function runWorker(): Promise<void> {
  // Pages and calls get the processor first.
  setPriority(constants.priority.PRIORITY_LOW);
  const { appDatabaseUrl, databaseConnections, feedAccess, host, mail, metricsPort, publicUrl } = settings();
  let boss: PgBoss | undefined;
  const endTracing = await beginTracing('campus-worker');
  onStop(async () => {
    // A database that is away must not delay the end.
    await Promise.race([boss?.stop({ timeout: STOP_TIMEOUT_MS }), pause(2 * STOP_TIMEOUT_MS)]);
    await endTracing();
  });
  await refuseUnboundRole(appDatabaseUrl);
  const db = openDatabase(appDatabaseUrl, { max: databaseConnections });
  if (metricsPort)
    await serveMetrics(new CampusMetrics('worker', () => db), {
      ...{ port: metricsPort, host },
      isReady: async () => boss !== undefined && (await isReadyAlone(db)),
    });
  await startWhenPossible(() =>
    untilResumed(db, (reason) => log().warn({ reason }, 'the worker takes no jobs until `campus resume`')),
  );
  boss = await startWhenPossible(() =>
    startWorker(
      db,
      cryptoKeys(settings()),
      (error) => log().error(describeError(error), 'a job failed'),
      { mailer: mail && mailerOf(mail, log()), publicUrl, log: log(), now: () => new Date() },
      feedAccess,
    ),
  );
  log().info('the worker is ready for jobs');
  keepTidy(db);
  watchAlways(db);
  findLost(db);
  flushCompileCache();
  process.send?.('ready');
}

/** Removes the old data of districts that are due, at the start and every minute. */
function keepTidy(db: Database): void {
  const failed = (error: unknown) =>
    log().warn(describeError(error), 'old data was not removed; next try in an hour');
  const tidy = async () => {
    await tidyDue(db, failed).catch(failed);
    setTimeout(tidy, TIDY_LOOK_MS).unref();
  };
  void tidy();
}

/** Looks for errors above a district's limit and silent vendors at the start and every ten minutes. */
function watchAlways(db: Database): void {
  const failed = (error: unknown) =>
    log().warn(
      describeError(error),
      'errors and silent vendors were not looked for; next try in ten minutes',
    );
  const watch = () => watchDistricts(db, new Date(), failed).catch(failed);
  void watch();
  setInterval(watch, WATCH_MS).unref();
}

/** Queues jobs again that are missing in the queue, at the start and every five minutes. */
function findLost(db: Database): void {
  const failed = (error: unknown) =>
    log().warn(
      describeError(error),
      'jobs missing in the queue were not looked for; next try in five minutes',
    );
  const look = async () => {
    await queueLost(db, log(), failed).catch(failed);
    setTimeout(look, LOST_LOOK_MS).unref();
  };
  void look();
}

async function startWhenPossible<T>(start: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await start();
    } catch (error) {
      log().warn(describeError(error), 'the worker is waiting for the database');
      await pause(2_000);
    }
  }
}
