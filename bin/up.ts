import { type ChildProcess, fork } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../db/migrate.ts';
import { ownerSettings } from '../lib/settings.ts';
import { checkout, dataFolder, makeDataFolder } from './data-folder.ts';
import { fillInSecrets, loadEnvFile, readSettingsEarly } from './environment.ts';
import { nodeOptions } from './node-options.mjs';
import { onStop } from './on-stop.ts';
import { buildPages } from './up/build.ts';
import { childEnvironment } from './up/child-environment.ts';
import { startDatabase } from './up/database.ts';
import { assertWebPortFree } from './up/free-web-port.ts';
import { openLog, watchLogs } from './up/logs.ts';
import { takePlace } from './up/only-one.ts';
import { quickstart, welcome } from './up/quickstart.ts';
import { type Supervised, supervise } from './up/supervise.ts';
import { waitUntilReady } from './up/wait-until-ready.ts';
import { isWithoutSample, nextSteps } from './up/without-sample.ts';

const READY_TIMEOUT_MS = 120_000;
const KILLED_WEB_TIMEOUT_MS = 15_000;

const UNKNOWN_ACCESS =
  'The sample district was seeded from another checkout. Its sign-in is in .data/quickstart.json of that checkout.';

const say = (line: string) => console.log(line);

/**
 * Starts everything, also from an empty checkout: database, schema, sample district, pages, web and worker. Then watches them.
 *
 * @param empty without the sample district, now and at later starts
 */
export async function up({ empty = false }: { empty?: boolean } = {}): Promise<void> {
  loadEnvFile();
  process.env.PORT ||= '3000';
  process.env.PUBLIC_URL ||= `http://localhost:${process.env.PORT}`;
  // Nobody waits a minute after Ctrl-C.
  process.env.DRAIN_SECONDS ||= '10';
  makeDataFolder();
  fillInSecrets();
  if (!process.env.SMTP_URL) process.env.MAIL_FOLDER ||= join(dataFolder, 'mail');
  const { port } = readSettingsEarly();
  const place = await takePlace(port);
  await assertWebPortFree(port, place.predecessorWasKilled ? KILLED_WEB_TIMEOUT_MS : 0);

  const parts: Pick<Supervised, 'stop'>[] = [];
  const stop = async () => {
    place.stopping();
    for (const part of parts.reverse()) await part.stop();
  };
  let stopping = false;
  onStop(async () => {
    stopping = true;
    say('Stopping …');
    await stop();
  });
  try {
    await start(port, parts, isWithoutSample(empty));
  } catch (error) {
    // Errors of parts that are being stopped mean nothing. onStop ends the process.
    if (stopping) return;
    await stop();
    throw error;
  }
}

async function start(port: number, parts: Pick<Supervised, 'stop'>[], withoutSample: boolean): Promise<void> {
  const children: Supervised[] = [];
  say('Preparing the database …');
  await startDatabase(parts, () => children.map((child) => child.restart()), say);
  const settings = ownerSettings();
  await migrate(settings.ownerDatabaseUrl, settings.appDatabaseUrl);
  const found = withoutSample ? undefined : await quickstart(settings);

  const building = new AbortController();
  parts.push({ stop: async () => building.abort() });
  await buildPages('.next', join(dataFolder, 'build.log'), building.signal);

  say('Starting web and worker …');
  watchLogs();
  const workerReady = new Promise((resolve) => {
    children.push(
      supervise('web', () => startChild('web'), say),
      supervise('worker', () => startChild('worker').once('message', resolve), say),
    );
  });
  parts.push(...children);
  await waitUntilReady(port, READY_TIMEOUT_MS);
  // For some seconds `ready` still counts the heartbeat of a worker that was killed.
  await workerReady;
  if (withoutSample) return say(await nextSteps(settings));
  say(found ? welcome(found) : `\nCampus BOI is up: ${settings.publicUrl}/campus\n${UNKNOWN_ACCESS}`);
}

/** The channel to a child ends with this process, however it ends, and the child with the channel. */
function startChild(name: string): ChildProcess {
  const log = openLog(`${name}.log`);
  const child = fork(join(checkout, 'bin', 'campus.ts'), [name], {
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: nodeOptions(name),
    env: childEnvironment(process.env),
  });
  closeSync(log);
  return child;
}
