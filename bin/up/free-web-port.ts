import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Makes sure that web can listen, before anything is started for it.
 *
 * @param patienceMs how long a web process of a killed `up` may take to notice and end
 */
export async function assertWebPortFree(port: number, patienceMs: number): Promise<void> {
  for (const started = Date.now(); !(await isFree(port)); await pause(200))
    if (Date.now() - started >= patienceMs)
      throw new Error(
        `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm run up`,
      );
}

/** On every address, as web listens. */
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
