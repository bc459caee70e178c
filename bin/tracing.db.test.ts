import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, inject, onTestFinished, test } from 'vitest';
import { api } from '../app/api/businessOfficeIntegration/api.ts';
import { dashed, Planted } from '../app/api/testing/planted.ts';
import { textRow } from '../db/sql-text.ts';
import { testEnvironment } from '../db/testing/environment.ts';
import { setTracer } from '../db/tracer.ts';
import { type TestServer, testServer, testVendor } from '../lib/http/testing/vendor.ts';
import type { SentJob } from '../lib/jobs/queue.ts';
import { openTracing } from '../lib/tracing/open-telemetry.ts';
import { startCollector } from '../lib/tracing/testing/collector.ts';
import { runJob } from '../lib/worker/start-worker.ts';
import { takeJobs } from '../lib/worker/take-jobs.ts';
import { emptyQueue } from '../lib/worker/testing/empty-queue.ts';
import { withDirectCalls } from './web/direct-calls.ts';
import { traced } from './web/traced.ts';

const API = '/campus/api/businessOfficeIntegration';
const STAFF = `${API}/staffMembers`;

/** As many spans as are sent at once. */
const BATCH = 512;

/** Tracing of this process to a collector of its own. */
async function tracing(protocol: 'http/json' | 'http/protobuf' = 'http/json', log = testServer().log) {
  const collector = await startCollector();
  const opened = await openTracing('campus-web', { url: collector.url, protocol }, log);
  const { tracer } = opened;
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= opened.end();
    return ended;
  };
  setTracer(tracer);
  onTestFinished(async () => {
    setTracer(undefined);
    collector.close();
    await end();
  });
  return { collector, tracer, end };
}

/** The API behind the handlers of web; pages are answered by 200. */
async function serve(server: TestServer): Promise<string> {
  const direct = withDirectCalls(
    (path) => (path.startsWith(API) ? (request) => api(server, request) : undefined),
    async (_, response) => void response.end('a page'),
  );
  const handle = traced(direct, () => '/campus/staff/[personId]');
  const listening = createServer((request, response) => void handle(request, response));
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => void listening.close().closeAllConnections());
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

test('requests, transactions, statements and jobs are spans, and none holds anything that was sent', async () => {
  const hr = await testVendor(api);
  const { collector, end } = await tracing();
  const origin = await serve(hr.server);
  const planted = new Planted();
  const bearer = `Bearer ${planted.made(await hr.token())}`;
  const call = async (method: string, path: string, body?: unknown, headers: object = {}) => {
    const answer = await fetch(origin + path, {
      method,
      headers: { authorization: bearer, 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    await answer.text();
    return answer.status;
  };
  const pat = {
    staffNumber: 'Numberofpat',
    lastName: 'Lastnameofpat',
    firstName: 'Firstnameofpat',
    gender: 'F',
  };
  const sent = { ...pat, ssn: dashed(planted.ssn()) };
  expect(await call('POST', STAFF, sent)).toBe(201);
  expect(await call('PUT', `${STAFF}/Numberofpat`, { ...sent, ssn: planted.ssn() })).toBe(200);
  expect(
    await call('POST', STAFF, {
      ...sent,
      staffNumber: 'Otherofpat',
      gender: 'Genderofpat',
      ssn: planted.ssn(),
    }),
  ).toBe(422);
  expect(await call('GET', `${STAFF}/${planted.ssn()}?search=Lastnameofpat`)).toBe(400);
  expect(await call('GET', `${API}/Lastnameofpat`, undefined, { 'x-request-id': planted.ssn() })).toBe(404);
  expect(await call('GET', `/campus/staff/Numberofpat?q=${planted.ssn()}`)).toBe(200);
  expect(await call('POST', `${STAFF}/sync/start`)).toBe(201);
  expect(
    await call('POST', `${STAFF}/sync/transfer`, { staffMembers: [{ ...sent, ssn: planted.ssn() }] }),
  ).toBe(200);
  expect(await call('POST', `${STAFF}/sync/end`)).toBe(200);
  expect(await call('POST', `${STAFF}/sync/validate`, undefined, { prefer: 'respond-async' })).toBe(202);

  // As the worker does it, with a queue of the test's own.
  const submitted = await textRow<{ data: SentJob }>(
    hr.ctx.db,
    "select data from pgboss.job where name = 'sync' and data->>'districtId' = $1",
    [hr.ctx.district.id],
  );
  const { boss, queue } = await emptyQueue();
  const { promise: done, resolve } = Promise.withResolvers<void>();
  await boss.send(queue, submitted?.data as SentJob);
  await takeJobs(boss, queue, { pollSeconds: 0.5 }, async (address) => {
    await runJob(hr.ctx.db, hr.ctx.keys, address);
    setImmediate(resolve);
  });
  await done;
  await end();

  const spans = collector.spans();
  const named = (name: string) => spans.filter((span) => span.name === name);
  expect(spans.filter(({ parentSpanId }) => !parentSpanId).map(({ name }) => name)).toEqual([
    `POST ${STAFF}`,
    `PUT ${STAFF}/{staffNumber}`,
    `POST ${STAFF}`,
    `GET ${STAFF}/{staffNumber}`,
    'GET /campus/staff/[personId]',
    'GET /campus/staff/[personId]',
    `POST ${STAFF}/sync/start`,
    `POST ${STAFF}/sync/transfer`,
    `POST ${STAFF}/sync/end`,
    `POST ${STAFF}/sync/validate`,
  ]);
  const [created] = named(`POST ${STAFF}`);
  expect(created?.attributes).toMatchObject({
    ...{ 'http.request.method': 'POST', 'http.route': STAFF, 'http.response.status_code': 201 },
  });
  const stepsOf = (parent: { spanId: string } | undefined) =>
    spans.filter(({ parentSpanId }) => parentSpanId === parent?.spanId);
  const transactions = stepsOf(created).filter(({ name }) => name === 'transaction');
  expect(transactions.flatMap(stepsOf).map(({ name }) => name)).toContain('insert person');
  expect(spans.map(({ name }) => name).filter((name) => /\d$/.test(name))).toEqual([]);

  const [validation] = named('validate');
  const [submission] = named(`POST ${STAFF}/sync/validate`);
  expect(validation?.traceId).toBe(submission?.traceId);
  expect(stepsOf(validation).map(({ name }) => name)).toContain('transaction');
  expect(collector.resources()[0]).toMatchObject({ 'service.name': 'campus-web' });

  const text = collector.text();
  expect(planted.in(text)).toEqual([]);
  expect(text).not.toMatch(/ofpat/i);
  expect(text).not.toContain(hr.ctx.district.id);
  expect(hr.server.lines.join()).toContain(`"trace":"${created?.traceId}"`);
});

test('a failed step is marked by its class and SQLSTATE, without the message of the database', async () => {
  const { ctx, server } = await testVendor(api);
  const { collector, end } = await tracing();
  const handle = traced(
    async (_, response) => {
      await ctx.db
        .inDistrict(ctx.district.id, (tx) => textRow(tx, "select 'Secretofpat'::integer"))
        .catch(() => {});
      response.writeHead(500).end();
    },
    () => undefined,
  );
  const listening = createServer((request, response) => void handle(request, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(listening, 'listening');
  onTestFinished(() => void listening.close());
  await fetch(`http://127.0.0.1:${(listening.address() as AddressInfo).port}/campus/Secretofpat`);
  await end();
  const statement = collector.spans().find(({ attributes }) => attributes['db.response.status_code']);
  expect(statement?.attributes).toMatchObject({ 'db.response.status_code': '22P02' });
  expect(statement?.status).toEqual({ code: 2 });
  expect(collector.spans().find(({ name }) => name === 'GET')?.attributes).toMatchObject({
    'error.type': '500',
  });
  expect(collector.text()).not.toContain('Secretofpat');
  expect(server.lines).toEqual([]);
});

test('by default traces are sent as protobuf', async () => {
  const { collector, end } = await tracing('http/protobuf');
  const origin = await serve(testServer());
  await (await fetch(`${origin}/campus/staff/1`)).text();
  await end();
  expect(collector.requests.map(({ url, type }) => [url, type])).toEqual([
    ['/v1/traces', 'application/x-protobuf'],
  ]);
  expect(collector.text()).toContain('GET /campus/staff/[personId]');
});

test('a collector that refuses is logged once', async () => {
  const server = testServer();
  const { collector, tracer, end } = await tracing('http/json', server.log);
  collector.answer(400);
  for (const requests of [1, 2]) {
    for (let n = 0; n < BATCH; n += 1) tracer.open('GET', 'server').end();
    await expect.poll(() => collector.requests.length).toBe(requests);
  }
  await end();
  expect(server.lines).toEqual([expect.stringContaining('traces can not be sent')]);
});

test('a collector that is away holds up neither calls nor the end', async () => {
  const { collector, tracer, end } = await tracing();
  collector.close();
  const origin = await serve(testServer());
  for (let n = 0; n < 10 * BATCH; n += 1) tracer.open('GET', 'server').end();
  expect((await fetch(`${origin}/campus/staff/1`)).status).toBe(200);
  await end();
});

const loadedBy = (modules: string[]) => `
  import { registerHooks } from 'node:module';
  const packages = new Set();
  registerHooks({ load: (url, context, next) => {
    const [, name] = /node_modules\\/@opentelemetry\\/([^/]+)/.exec(url) ?? [];
    if (name) packages.add(name);
    return next(url, context);
  } });
  for (const module of ${JSON.stringify(modules)}) await import(module);
  const { beginTracing } = await import('./bin/tracing.ts');
  await beginTracing('campus-web');
  console.log(JSON.stringify([...packages]));
  process.exit();`;

test('off, web and worker load nothing of the SDK; pg-boss and prom-client bring the empty interface alone', async () => {
  const packagesOf = async (modules: string[], given: Record<string, string>) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', loadedBy(modules)],
      {
        cwd: `${import.meta.dirname}/..`,
        env: { ...process.env, ...testEnvironment, DATABASE_URL: inject('appUrl'), ...given },
      },
    );
    return JSON.parse(stdout);
  };
  expect(await packagesOf(['./bin/web.ts', './bin/worker.ts'], { OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toEqual([
    'api',
  ]);
  const on = await packagesOf([], { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  expect(on).toContain('sdk-trace');
});
