import { expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { textRow } from '../../db/sql-text.ts';
import { testDatabase } from '../../db/testing/database.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { SYNC_QUEUE, sendJob } from '../jobs/queue.ts';
import { newId } from '../new-id.ts';
import { AREAS, CampusMetrics } from './campus-metrics.ts';

const figure = (text: string, metric: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${metric} `) || one.startsWith(`${metric}{`));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};

test('figures of the database: jobs that wait, tables, sessions and the pool', async () => {
  const ctx = await testDistrict();
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    sendJob(ctx.db, tx, SYNC_QUEUE, { districtId: ctx.district.id, jobId: newId() }),
  );
  const text = await new CampusMetrics('worker', () => ctx.db).text();
  expect(figure(text, 'campus_database_up')).toBe(1);
  expect(text).toMatch(/^campus_jobs\{queue="sync",state="created",process="worker"\} [1-9]/m);
  expect(text).toMatch(/^campus_job_oldest_seconds\{queue="sync",state="created",process="worker"\} \d/m);
  expect(text).toMatch(/^campus_table_bytes\{table="staged_staff",process="worker"\} [1-9]/m);
  expect(text).toMatch(/^campus_pool_connections\{pool="main",state="waited for",process="worker"\} 0$/m);
  expect(Math.abs(figure(text, 'campus_clock_offset_seconds') ?? 99)).toBeLessThan(2);
  expect(text).not.toContain(ctx.district.appName);
  expect(text).not.toContain(ctx.district.id);
});

test('a transaction that stands still is seen', async () => {
  const ctx = await testDistrict();
  const looked = Promise.withResolvers<string>();
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await textRow(tx, 'select 1');
    looked.resolve(await new CampusMetrics('web', testDatabase).text());
  });
  expect(await looked.promise).toMatch(
    /^campus_database_sessions\{state="idle in transaction",process="web"\} [1-9]/m,
  );
});

test('a database that is away leaves its figures out and never makes a scrape fail', async () => {
  const url = new URL(inject('appUrl'));
  url.port = '1';
  const away = openDatabase(url.href, { max: 1 });
  onTestFinished(() => away.close());
  const text = await new CampusMetrics('web', () => away).text();
  expect(figure(text, 'campus_database_up')).toBe(0);
  expect(text).not.toMatch(/^campus_(jobs|table)\S* /m);
  expect(text).toMatch(/^process_cpu_seconds_total/m);
});

test('requests are counted by area and status class, whatever path they ask for', async () => {
  const metrics = new CampusMetrics('web', () => undefined);
  for (const area of AREAS) metrics.countRequest(area, '2xx', 0.02);
  metrics.countRequest('api', 'cut', 0.02);
  const lines = (await metrics.text())
    .split('\n')
    .filter((line) => line.startsWith('campus_http_requests_total{'));
  expect(lines).toHaveLength(AREAS.length + 1);
});
