import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { freePort } from '../../db/embedded/free-port.ts';
import { campusRows } from '../campus-rows.ts';
import { staffOf } from '../staff.ts';
import { until } from '../until.ts';
import { ok, Vendor } from '../vendor.ts';
import { test as base } from './own-product.ts';
import { scenario } from './scenario.ts';

/** The program. Not an own proxy: the point is how one that people use deals with a web that is gone. */
const PROGRAM = process.env.NGINX;
const CALLS_PER_SECOND = Number(process.env.CALLS_PER_SECOND ?? 50);
/** At 50 a second for 150 s. */
const CALLS = Number(process.env.CALLS ?? 7_500);
/** nginx leaves a server alone for ten seconds (fail_timeout) in which a call could not reach it. */
const AVOIDED_MS = 11_000;
/** How long each of the slow transfers takes to arrive. */
const SLOW_MS = 20_000;

interface Proxy {
  port: number;
  /** What it logged, each kind with its number. */
  errors: () => Promise<Record<string, number>>;
}

const test = base.extend<{ startProxy: (ports: number[]) => Promise<Proxy> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures this one needs
  startProxy: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'campus-boi-nginx-'));
    const ended: (() => void)[] = [];
    await use(async (ports) => {
      const port = await freePort();
      await writeFile(join(folder, 'nginx.conf'), configuration(folder, port, ports));
      const child = spawn(PROGRAM ?? '', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
        stdio: 'inherit',
      });
      ended.push(() => child.kill());
      await until('nginx', () => answers(port));
      return { port, errors: async () => kindsOf(await readFile(join(folder, 'error.log'), 'utf8')) };
    });
    for (const end of ended) end();
    await rm(folder, { recursive: true });
  },
});

/** Its own settings, but for what docs/operators/running.md says about bodies and time. */
const configuration = (folder: string, port: number, webs: number[]): string => `
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log warn;
events { worker_connections 4096; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  upstream campus { ${webs.map((web) => `server 127.0.0.1:${web};`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 0;
    location / {
      proxy_pass http://campus;
      proxy_http_version 1.1;
      proxy_request_buffering off;
      proxy_read_timeout 600s;
      proxy_set_header Host $http_host;
    }
  }
}
`;

const answers = (port: number): Promise<true | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(undefined));
  });

base.describe('a rolling restart', () => {
  base.skip(!process.env.ALL_FAULTS || !PROGRAM, 'It takes three minutes, and NGINX is to name the program.');

  scenario(
    test,
    'two webs behind nginx are restarted one after the other: no call is lost, no long call is cut',
    async ({ product, another, district, startProxy }, info) => {
      test.setTimeout(600_000);
      await product.start();
      const second = await another();
      second.startWeb();
      await second.untilReady();
      const { port, errors } = await startProxy([product.port, second.port]);
      const vendor = new Vendor(`http://localhost:${port}/campus`, district.access);
      await vendor.token();

      const lost: unknown[] = [];
      const acknowledged: string[] = [];
      const times: number[] = [];
      const people = staffOf(CALLS / 10, 100_000);
      const one = async (i: number) => {
        const since = performance.now();
        const person = i % 10 === 0 ? people[i / 10] : undefined;
        const call = person
          ? vendor.call('POST', '/staffMembers', person, { 'idempotency-key': randomUUID() })
          : vendor.get('/schools');
        const status = await call.then((answer) => answer.status, causeOf);
        times.push(performance.now() - since);
        if (status === 201) acknowledged.push(String(person?.staffNumber));
        if (status !== 200 && status !== 201) lost.push(status);
      };
      let driving = true;
      const cut: unknown[] = [];
      let long = 0;
      const longCalls = (async () => {
        ok(await vendor.start(), 201);
        for (let n = 0; driving; n += 1) {
          const answer = await slowTransfer(`http://localhost:${port}/campus`, await vendor.token(), n).catch(
            causeOf,
          );
          long += 1;
          if (answer !== 200) cut.push(answer);
        }
      })();
      let restarts = 0;
      const restarting = (async () => {
        while (driving)
          for (const of of [product, second]) {
            await of.web?.stop();
            of.startWeb();
            await of.untilReady();
            await pause(AVOIDED_MS);
            restarts += 1;
          }
      })();
      const calls: Promise<void>[] = [];
      const began = performance.now();
      for (let i = 0; i < CALLS; i += 1) {
        const due = began + (i * 1000) / CALLS_PER_SECOND;
        if (due > performance.now()) await pause(due - performance.now());
        calls.push(one(i));
      }
      await Promise.all(calls);
      driving = false;
      await Promise.all([longCalls, restarting]);
      times.sort((a, b) => a - b);
      const seen = {
        calls: times.length,
        lost: lost.length,
        restarts,
        long,
        cut: cut.length,
        p50: times[CALLS / 2],
        p99: times[CALLS * 0.99],
        statuses: countsOf(lost),
        proxy: await errors(),
      };
      info.annotations.push({ type: 'seen', description: JSON.stringify(seen) });
      expect([countsOf(lost), countsOf(cut)]).toEqual([{}, {}]);
      const { person } = await campusRows(district.ctx);
      expect(person.map((row) => row.staff_number).sort()).toEqual(acknowledged.sort());
    },
  );
});

/** `fetch failed` alone does not say whether the connection was cut or never made. */
const causeOf = (error: unknown): string => {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return `${error}: ${cause?.code} ${cause?.message}`;
};

const countsOf = (all: unknown[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(all, String)].map(([what, those]) => [what, those.length]));

/** `… [error] 1#1: *7 connect() failed (111: Connection refused) while connecting to upstream, client: …`: up to the comma. */
const kindsOf = (log: string): Record<string, number> =>
  countsOf(
    [...log.matchAll(/\[(?:warn|error|alert|crit)\] \S+ (?:\*\d+ )?([^,\n]+)/g)].map(([, what]) => what),
  );

/** A transfer of ten lines that arrive over some time. @returns the status */
async function slowTransfer(baseUrl: string, token: string, n: number): Promise<number> {
  const lines = staffOf(10, 500_000 + 10 * n).map((person) => `${JSON.stringify(person)}\n`);
  const body = new ReadableStream({
    async pull(controller) {
      const line = lines.shift();
      if (line === undefined) return controller.close();
      await pause(SLOW_MS / 10);
      controller.enqueue(new TextEncoder().encode(line));
    },
  });
  const answer = await fetch(`${baseUrl}/api/businessOfficeIntegration/staffMembers/sync/transfer`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body,
    duplex: 'half',
  } as RequestInit);
  await answer.text();
  return answer.status;
}
