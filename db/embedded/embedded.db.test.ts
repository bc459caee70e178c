import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { deleteCluster } from './place.ts';
import { runningPostmaster, stopPostmaster } from './postmaster.ts';
import { type EmbeddedServer, startEmbedded } from './start.ts';

const PASSWORDS = { password: 'only for a test', ownerPassword: 'of the owner' };
let template: string;
let directory: string;
let server: EmbeddedServer;
const start = async (preferredPort?: number) => {
  server = await startEmbedded({ directory, ...PASSWORDS, preferredPort });
  return server;
};
const newDirectory = async () => join(await mkdtemp(join(tmpdir(), 'campus-boi-embedded-')), 'postgres');

// To make a cluster takes seconds, to copy one a moment.
beforeAll(async () => {
  template = await newDirectory();
  const made = await startEmbedded({ directory: template, ...PASSWORDS });
  await stopPostmaster(made.directory);
});
afterAll(async () => {
  await deleteCluster(template);
  await rm(dirname(template), { recursive: true });
});
beforeEach(async () => {
  directory = await newDirectory();
  // The trailing slash follows the link that the template may be; its owner is the server's account.
  await promisify(execFile)('cp', ['-a', `${template}/`, directory]);
});
afterEach(async () => {
  await stopPostmaster(server.directory);
  await deleteCluster(directory);
  await rm(dirname(directory), { recursive: true });
});

async function ask(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

test('the owner is no superuser, and what is written survives a stop', async () => {
  await start();
  const { rows } = await ask(
    'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: true }]);
  await ask('create table kept as select 7 as n');
  await stopPostmaster(server.directory);
  expect(runningPostmaster(server.directory)).toBeUndefined();
  expect(await start()).toMatchObject({ reused: false });
  expect((await ask('select n from kept')).rows).toEqual([{ n: 7 }]);
});

test("the owner's password is another than the superuser's, and the one of the last start", async () => {
  await start();
  const signIn = async (user: string, password: string) => {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: server.port,
      user,
      password,
      database: 'campus',
    });
    client.on('error', () => {});
    await client.connect().finally(() => client.end());
  };
  await expect(signIn('postgres', PASSWORDS.ownerPassword)).rejects.toThrow('password');
  await expect(signIn('campus', PASSWORDS.password)).rejects.toThrow('password');
  await startEmbedded({ directory, ...PASSWORDS, ownerPassword: 'next' });
  await signIn('campus', 'next');
  await expect(signIn('campus', PASSWORDS.ownerPassword)).rejects.toThrow('password');
});

test('a server that its parent left behind is taken over', async () => {
  const first = await start();
  expect(await start()).toEqual({ ...first, reused: true });
});

test('a killed server is started again with what was committed, while its backends still die', async () => {
  await start();
  await ask('create table kept as select 7 as n');
  const busy = ask('select pg_sleep(60)').catch((error: Error) => error);
  process.kill(runningPostmaster(server.directory)?.pid as number, 'SIGKILL');
  expect(await start()).toMatchObject({ reused: false });
  expect((await ask('select n from kept')).rows).toEqual([{ n: 7 }]);
  expect(await busy).toBeInstanceOf(Error);
});

test('a lock whose process id another program has now stops nobody', async () => {
  await start();
  process.kill(runningPostmaster(server.directory)?.pid as number, 'SIGKILL');
  const lock = join(server.directory, 'postmaster.pid');
  await writeFile(lock, (await readFile(lock, 'utf8')).replace(/^\d+/, String(process.ppid)));
  expect(runningPostmaster(server.directory)).toBeUndefined();
  expect(await start()).toMatchObject({ reused: false });
});

test('the wanted port is taken if it is free, else another', async () => {
  const { port } = await start();
  await stopPostmaster(server.directory);
  expect((await start(port)).port).toBe(port);
  await stopPostmaster(server.directory);
  const squatter = createServer().listen(port, '127.0.0.1');
  expect((await start(port)).port).not.toBe(port);
  squatter.close();
});

test('a cluster that was only half made is made again', async () => {
  await rm(directory, { recursive: true });
  await mkdir(join(`${directory}.half`, 'cluster', 'base'), { recursive: true });
  await start();
  expect((await ask('select 1 as n')).rows).toEqual([{ n: 1 }]);
});

test('what people sent does not reach the server log', async () => {
  await start();
  await ask('create table person (ssn text unique, born date)');
  await ask('insert into person (ssn) values ($1)', ['078-05-1120']);
  await expect(ask('insert into person (ssn) values ($1)', ['078-05-1120'])).rejects.toThrow();
  await expect(ask("insert into person (born) values ('078-05-1120')")).rejects.toThrow();
  expect(await readFile(`${directory}.log`, 'utf8')).not.toContain('078-05');
});

test('a password that does not fit the data is reported as such', async () => {
  await start();
  await expect(startEmbedded({ directory, ...PASSWORDS, password: 'another' })).rejects.toThrow('password');
});
