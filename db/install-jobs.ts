import { PgBoss } from 'pg-boss';

/**
 * The queues. A job carries the id of its row in our own table, and a trace's id where traces are kept: no personal data in the queue.
 * Its worker must answer every 10 s, so that a dead worker's job is taken up within 30.
 */
const QUEUES = {
  // Jobs that pg-boss gave up. A worker that dies in each try of a job can't end it, so another one does (fail-job.ts).
  'sync-failed': { retryLimit: 20, retryDelay: 5, expireInSeconds: 300, heartbeatSeconds: 10 },
  sync: {
    retryLimit: 20,
    retryDelay: 1,
    expireInSeconds: 24 * 60 * 60 - 1,
    heartbeatSeconds: 10,
    deadLetter: 'sync-failed',
  },
  schedules: { retryLimit: 20, retryDelay: 5, expireInSeconds: 300, heartbeatSeconds: 10 },
  mail: { retryLimit: 20, retryDelay: 5, expireInSeconds: 900, heartbeatSeconds: 10 },
  'feed-times': { retryLimit: 20, retryDelay: 5, expireInSeconds: 300, heartbeatSeconds: 10 },
  'feed-runs': { retryLimit: 20, retryDelay: 5, expireInSeconds: 7_200, heartbeatSeconds: 10 },
  notices: { retryLimit: 20, retryDelay: 5, expireInSeconds: 300, heartbeatSeconds: 10 },
} as const;

/** Installs or upgrades pg-boss's own schema and our queues, as owner: web and worker run with `migrate: false`. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    max: 2,
    application_name: 'campus migrate',
    migrate: true,
    supervise: false,
    schedule: false,
    reindex: false,
  });
  boss.on('error', () => {});
  await boss.start();
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      await boss.createQueue(name, { ...options, policy: 'standard' });
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
