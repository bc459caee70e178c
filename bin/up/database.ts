import { ensureGivenDatabase } from '../../db/given-database.ts';
import { fillInDatabase, startCheckoutServer } from '../environment.ts';
import type { Supervised } from './supervise.ts';
import { watchDatabase } from './watch-database.ts';

/**
 * Makes sure that DATABASE_URL answers: the given one, or the embedded server, which is kept running until
 * the part added to `running` is stopped.
 *
 * @param moved is called when DATABASE_URL changed because the embedded server needed another port
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
  // Added before it runs, because a stop during its start must wait for it.
  running.push({ stop: async () => (await watching.catch(() => undefined))?.stop() });
  await watching;
}
