import { ensureGivenDatabase } from '../../db/given-database.ts';
import { fillInDatabase, startCheckoutServer } from '../environment.ts';
import type { Supervised } from './supervise.ts';
import { watchDatabase } from './watch-database.ts';

/**
 * Sees to it that DATABASE_URL answers: the given one, or the embedded server, which is then kept running until
 * the part that is put on `running` is stopped.
 *
 * @param moved is called when DATABASE_URL changed because the embedded server had to take another port
 */
export async function startDatabase(
  running: Pick<Supervised, 'stop'>[],
  moved: () => void,
  say: (line: string) => void,
): Promise<void> {
  if (process.env.DATABASE_URL) return ensureGivenDatabase(process.env.DATABASE_URL);
  const watching = fillInDatabase().then(
    (server) => server && watchDatabase(server, startCheckoutServer, moved, say),
  );
  // Before it runs: a stop that comes in the middle of its start must wait for it.
  running.push({ stop: async () => (await watching.catch(() => undefined))?.stop() });
  await watching;
}
