import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../db/embedded/free-port.ts';
import { testAppUrl } from '../../db/testing/environment.ts';
import { staffOf } from '../staff.ts';
import { until } from '../until.ts';
import { Vendor } from '../vendor.ts';
import { test as base } from './own-product.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';

/** The program, 1.21 or later: Debian 12 has 1.18, which knows no prepared statements. */
const PROGRAM = process.env.PGBOUNCER;
const CALLS = 200;

const test = base.extend<{ pooled: number }>({
  /** The port of a pgbouncer in transaction mode before the database. */
  pooled: async ({ database }, use) => {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'campus-boi-pgbouncer-'));
    await chmod(folder, 0o755);
    const { username, password } = new URL(testAppUrl(database.ownerUrl));
    await writeFile(join(folder, 'users'), `"${username}" "${decodeURIComponent(password)}"\n`);
    const settings = [
      '[databases]',
      `* = host=127.0.0.1 port=${database.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${join(folder, 'users')}`,
      'pool_mode = transaction',
      'max_prepared_statements = 500',
      'default_pool_size = 8',
      'max_client_conn = 100',
    ];
    const file = join(folder, 'pgbouncer.ini');
    await writeFile(file, settings.join('\n'));
    // It refuses to run as root.
    const account = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    const child = spawn(PROGRAM ?? '', ['-q', ...account, file], { stdio: ['ignore', 'inherit', 'inherit'] });
    try {
      await until('pgbouncer', () => answers(port));
      await use(port);
    } finally {
      child.kill();
      await rm(folder, { recursive: true });
    }
  },
});

const answers = (port: number): Promise<true | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(undefined));
    socket.on('connect', () => socket.destroy());
  });

base.describe('pgbouncer', () => {
  base.skip(!PROGRAM, 'PGBOUNCER is to name the program, 1.21 or later.');

  scenario(
    test,
    'web and worker work through pgbouncer in transaction mode: no call fails, a synchronization is whole',
    async ({ another, pooled, district }, info) => {
      const product = await another({ databasePort: pooled });
      await product.start();
      const vendor = new Vendor(product.baseUrl, district.access);
      const feed = await stageFeed(district, vendor);
      const people = staffOf(CALLS / 4, 70_000);
      const since = performance.now();
      const statuses = await Promise.all(
        people.flatMap(({ staffNumber }) => [
          vendor.get(`/staffMembers/${staffNumber}`),
          vendor.get('/schools'),
          vendor.run(),
          vendor.get('/attributes/assignmentCodes'),
        ]),
      );
      info.annotations.push({
        type: 'seen',
        description: `${CALLS} calls in ${Math.round(performance.now() - since)} ms`,
      });
      expect(statuses.filter(({ status }) => status >= 500)).toEqual([]);
      expect((await vendor.submitCommitJob()).status).toBe(202);
      await feed.expectCommitted();
    },
  );
});
