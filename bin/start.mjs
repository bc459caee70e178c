#!/usr/bin/env node
// The only entry point that an older Node can run. It installs the packages of package-lock.json, then continues with the
// Node that npm installed. Plain JavaScript without dependencies, because nothing is installed yet.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCache, nodeOptions } from './node-options.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
/** Comes with package-lock.json, hash and all, for the platforms that npm has a package of Node for. */
const packaged = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const LEAST_MAJOR = 24;
const mark = join(modules, '.installed-lock');

if (!isInstalled()) install();
run(
  process.argv[2] === 'test' ? 'test.ts' : 'campus.ts',
  process.argv.slice(process.argv[2] === 'test' ? 3 : 2),
);

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** By the lock's content, because git sets file times at checkout; by time if somebody called npm by hand. */
function isInstalled() {
  const installed = statSync(join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  if (!installed || !node()) return false;
  if (existsSync(mark)) return readFileSync(mark, 'utf8') === lockHash();
  return installed.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  console.log('Installing the packages of package-lock.json …');
  // npm must not run on the Node that it will delete.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules));
  const { status } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: path.join(delimiter) },
    },
  );
  if (status !== 0) fail('`npm ci` failed. Its output is above.');
  try {
    execFileSync(node() ?? packaged, ['--version']);
  } catch {
    fail(
      `npm did not install Node ${LEAST_MAJOR} for ${process.platform} ${process.arch}. Check that optional packages are not turned off (\`npm config get omit\`), or run this with Node ${LEAST_MAJOR} or newer.`,
    );
  }
  writeFileSync(mark, lockHash());
}

/** npm's Node; on a platform without one the Node that runs this, if it is new enough. */
function node() {
  if (existsSync(packaged)) return packaged;
  return Number(process.versions.node.split('.')[0]) >= LEAST_MAJOR ? process.execPath : undefined;
}

function run(file, args) {
  const child = spawn(node(), [...nodeOptions(args[0]), join(root, 'bin', file), ...args], {
    cwd: root,
    // The channel tells the child when this process is killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...compileCache,
      // Where the command was called: file names on the command line are relative to it.
      INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
      PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => {
    // End as the child ended, so that a shell sees what happened.
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  if (process.env.npm_lifecycle_event) followParent(child);
}

/** A killed npm sends no signal, but then this process gets another parent. */
function followParent(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
