import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 200;

/** Waits for `GET /campus/api/health/ready` to answer 200: database, migrations and worker are well. */
export async function waitUntilReady(port: number, timeoutMs: number): Promise<void> {
  const url = `http://127.0.0.1:${port}/campus/api/health/ready`;
  let last = 'no answer';
  for (const started = Date.now(); Date.now() - started < timeoutMs; await pause(POLL_MS)) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      last = `${response.status} ${(await response.text()).slice(0, 500)}`;
      if (response.ok) return;
    } catch (error) {
      last = (error as Error).message;
    }
  }
  throw new Error(
    `${url} is not ready after ${timeoutMs / 1000} s. Its last answer: ${last}. See .data/web.log and .data/worker.log.`,
  );
}
