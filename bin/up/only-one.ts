import { existsSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Relative to the checkout, because the path of a socket can have only about 100 characters. */
const SOCKET = '.data/up.sock';
const STOP_TIMEOUT_MS = 60_000;
/** An `up` whose npm was killed notices it within a second. */
const RUNNING_TIMEOUT_MS = 3_000;

export type Place = {
  /** Whether the last `up` of this checkout was killed: its processes may still be ending. */
  predecessorWasKilled: boolean;
  /** From now on a second `up` waits instead of giving up. */
  stopping(): void;
};

/**
 * Makes sure that only one `up` uses `.data/`. The socket closes with its process, so a killed `up` is never taken for a
 * running one. A running `up` answers with its state.
 */
export async function takePlace(port: number): Promise<Place> {
  for (const started = Date.now(); ; await pause(250)) {
    const other = await askOther();
    if (other === undefined) break;
    const waited = Date.now() - started;
    if (!other.startsWith('stopping') && waited > RUNNING_TIMEOUT_MS)
      throw new Error(`\`up\` is already running in this checkout (${other}). Stop it with Ctrl-C first.`);
    if (waited > STOP_TIMEOUT_MS)
      throw new Error(`Another \`up\` of this checkout does not stop (${other}).`);
  }
  const predecessorWasKilled = existsSync(SOCKET);
  rmSync(SOCKET, { force: true });

  let state = 'running';
  const server: Server = createServer((peer) => {
    peer.on('error', () => {});
    peer.end(`${state}, process ${process.pid}, port ${port}`);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(SOCKET, resolve));
  server.unref();
  process.once('exit', () => rmSync(SOCKET, { force: true }));
  return {
    predecessorWasKilled,
    stopping: () => {
      state = 'stopping';
    },
  };
}

/** The state of a running `up`; undefined if there is none. */
function askOther(): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let said = '';
    const peer = connect(SOCKET);
    peer.setEncoding('utf8');
    peer.setTimeout(5_000, () => peer.destroy(new Error('Another `up` of this checkout does not answer.')));
    peer.on('data', (text) => {
      said += text;
    });
    peer.on('end', () => resolve(said));
    peer.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined);
      else if (error.code === 'ECONNRESET') resolve('ending');
      else reject(error);
    });
  });
}
