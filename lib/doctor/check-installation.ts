import { sql } from 'drizzle-orm';
import { citusHealth, healthChecks } from '../../db/citus/health.ts';
import { assertBound, type Database } from '../../db/client.ts';
import { pendingMigrations } from '../../db/pending-migrations.ts';
import { defineQuery } from '../../db/query.ts';
import { pauseReason } from '../backup/paused.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { assertKeysFit } from '../keys/assert-keys-fit.ts';
import { databaseFigures } from '../metrics/database-figures.ts';
import { DOCTOR_TEXTS } from './texts.ts';

/** A thing that was looked at: what was found, or what is wrong and what to do. */
export interface Check {
  name: string;
  found: string;
  problem?: string;
}

/** Of a look that has added its checks itself. */
const READ = 'read';
const MIN_FREE_BYTES = 1024 ** 3;
const MAX_CLOCK_OFFSET_SECONDS = 5;
const MAX_WAIT_SECONDS = 300;

const server = defineQuery('doctor: the server and its settings', (orm) =>
  orm
    .select({
      version: sql<string>`current_setting('server_version')`,
      idleTimeout: sql<string>`current_setting('idle_in_transaction_session_timeout')`,
    })
    .from(sql`(values (1)) as one(n)`),
);

/**
 * Looks at what web and worker need. A database that does not answer ends the list.
 * @param db as the role of web and worker
 */
export async function checkInstallation(
  db: Database,
  keys: CryptoKeys,
  { freeBytes }: { freeBytes: number },
): Promise<Check[]> {
  const checks: Check[] = [disk(freeBytes)];
  const look = async (name: string, find: () => Promise<Omit<Check, 'name'>>): Promise<boolean> => {
    const check = await find().catch((error: Error) => ({ found: '', problem: error.message }));
    checks.push({ name, ...check });
    return check.problem === undefined;
  };
  const answers = await look('database', async () => {
    const found = await server.first(db);
    const timeout = found?.idleTimeout ?? '0';
    return {
      found: `PostgreSQL ${found?.version}`,
      ...(timeout === '0' && { problem: DOCTOR_TEXTS.noIdleTimeout() }),
    };
  });
  if (!answers && checks.at(-1)?.found === '') return checks;
  await look('migrations', async () => {
    const pending = await pendingMigrations(db);
    return { found: 'current', ...(pending.length > 0 && { problem: DOCTOR_TEXTS.pending(pending.length) }) };
  });
  await look('role', async () => {
    await assertBound(db);
    return { found: 'bound by row level security' };
  });
  await look('keys', async () => {
    await assertKeysFit(db, keys);
    return { found: 'those the database was filled with' };
  });
  await look('Citus', async () => {
    const health = await citusHealth(db);
    if (health) checks.push(...healthChecks(health));
    return { found: READ };
  });
  await look('pause', async () => {
    const reason = await pauseReason(db);
    return reason === undefined ? { found: 'none' } : { found: reason, problem: DOCTOR_TEXTS.paused(reason) };
  });
  await look('clock, workers, jobs', async () => {
    const { clockOffset, workers, jobs } = await databaseFigures(db);
    checks.push(clock(clockOffset), alive(workers));
    const failed = jobs
      .filter(({ state }) => state === 'failed')
      .reduce((sum, { number }) => sum + number, 0);
    const waiting = jobs.filter(({ state }) => state === 'created' || state === 'retry');
    const longest = Math.max(0, ...waiting.map(({ oldestSeconds }) => oldestSeconds));
    checks.push({
      name: 'jobs',
      found: DOCTOR_TEXTS.jobs(
        waiting.reduce((sum, { number }) => sum + number, 0),
        failed,
      ),
      ...(longest > MAX_WAIT_SECONDS && { problem: DOCTOR_TEXTS.jobWaits(longest) }),
    });
    return { found: READ };
  });
  return checks.filter(({ found }) => found !== READ);
}

const disk = (freeBytes: number): Check => ({
  name: 'disk of this checkout (not of the database)',
  found: DOCTOR_TEXTS.free(freeBytes),
  ...(freeBytes < MIN_FREE_BYTES && { problem: DOCTOR_TEXTS.free(freeBytes) }),
});

const clock = (offset: number): Check => ({
  name: 'clock',
  found: DOCTOR_TEXTS.clock(offset),
  ...(Math.abs(offset) > MAX_CLOCK_OFFSET_SECONDS && { problem: DOCTOR_TEXTS.clock(offset) }),
});

const alive = (workers: number): Check => ({
  name: 'workers',
  found: DOCTOR_TEXTS.workers(workers),
  ...(workers === 0 && { problem: DOCTOR_TEXTS.workers(workers) }),
});
