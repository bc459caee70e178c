import { PgBoss } from 'pg-boss';
import { expect, inject, test } from 'vitest';
import { ownerStatement } from './owner-statement.ts';

/** As web and worker run it: the app's role, nothing to install. */
async function startAsApp(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: inject('appUrl'),
    max: 2,
    migrate: false,
    schedule: false,
    reindex: false,
    supervise: false,
  });
  boss.on('error', () => {});
  return boss.start();
}

test("the app's role may send, take, answer for and complete a job, and supervise the queue", async () => {
  const boss = await startAsApp();
  try {
    // Far in the future, so that no worker of another test takes it.
    const id = (await boss.sendAfter('sync', { jobId: 'x' }, null, new Date('2999-01-01'))) as string;
    expect(await boss.findJobs('sync', { id })).toMatchObject([{ state: 'created', heartbeatSeconds: 10 }]);
    await boss.update('sync', { jobId: 'y' }, { id });
    await boss.supervise('sync');
    await boss.cancel('sync', id);
    await boss.deleteJob('sync', id);
    expect(await boss.findJobs('sync', { id })).toEqual([]);
  } finally {
    await boss.stop({ graceful: false });
  }
});

test("the app's role can't change or drop what pg-boss has", async () => {
  for (const statement of [
    'drop table pgboss.job',
    'alter table pgboss.job add column other text',
    'truncate pgboss.queue',
    'create table pgboss.other (id int)',
    'drop schema pgboss cascade',
  ])
    await expect(ownerStatement(inject('appUrl'), statement), statement).rejects.toMatchObject({
      code: '42501',
    });
});

test('a worker that is silent for 10 s is taken for dead, and its job taken up again, up to twenty times', async () => {
  const boss = await startAsApp();
  try {
    expect(await boss.getQueue('sync')).toMatchObject({
      heartbeatSeconds: 10,
      retryLimit: 20,
      retryDelay: 1,
    });
  } finally {
    await boss.stop({ graceful: false });
  }
});
