import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Makes sure that web can listen, before anything is started.
 *
 * @param timeoutMs how long a web process of a killed `up` may take to end
 */
export async function assertWebPortFree(port: number, timeoutMs: number): Promise<void> {
  for (const started = Date.now(); !(await isFree(port)); await pause(200))
    if (Date.now() - started >= timeoutMs)
      throw new Error(`Another program uses port ${port}. Choose another port: PORT=${port + 1} npm run up`);
}

/** On all addresses, as web listens. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(new Error(`Web can't listen on port ${port}.`, { cause: error }));
    });
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
