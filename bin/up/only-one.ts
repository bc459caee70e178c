import { existsSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Relative to the checkout, because the path of a socket may have no more than about 100 characters. */
const SOCKET = '.data/up.sock';
const STOP_PATIENCE_MS = 60_000;
/** One whose npm was killed notices after a second. */
const RUNNING_PATIENCE_MS = 3_000;

export type Place = {
  /** Whether the last `up` of this checkout was killed: what it started may still be on its way out. */
  predecessorWasKilled: boolean;
  /** From now on a second `up` waits instead of giving up. */
  stopping(): void;
};

/**
 * Makes sure that only one `up` works on `.data/`. The socket dies with its process, so a kill leaves nothing that
 * could be mistaken for a running one. A running one tells the other what it does.
 */
export async function takePlace(port: number): Promise<Place> {
  for (const started = Date.now(); ; await pause(250)) {
    const other = await askOther();
    if (other === undefined) break;
    const waited = Date.now() - started;
    if (!other.startsWith('stopping') && waited > RUNNING_PATIENCE_MS)
      throw new Error(`\`up\` runs here already (${other}). Stop it with Ctrl-C first.`);
    if (waited > STOP_PATIENCE_MS) throw new Error(`Another \`up\` does not end (${other}).`);
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

/** What a running `up` says, undefined if there is none. */
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
