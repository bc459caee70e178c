import { ensureGivenDatabase } from '../../db/given-database.ts';
import { ownerSettings } from '../../lib/settings.ts';
import { fillInDatabase, startCheckoutServer } from '../environment.ts';
import type { Supervised } from './supervise.ts';
import { watchDatabase } from './watch-database.ts';

/**
 * Makes sure that the owner's URL answers: the given one, or the embedded server's, which is kept running until
 * the part added to `running` is stopped.
 *
 * @param moved is called when the URLs changed because the embedded server needed another port
 */
export async function startDatabase(
  running: Pick<Supervised, 'stop'>[],
  moved: () => void,
  say: (line: string) => void,
): Promise<void> {
  if (process.env.OWNER_DATABASE_URL || process.env.DATABASE_URL) {
    await fillInDatabase();
    return ensureGivenDatabase(ownerSettings().ownerDatabaseUrl);
  }
  const watching = startCheckoutServer().then((server) =>
    watchDatabase(server, startCheckoutServer, moved, say),
  );
  // Added before it runs, because a stop during its start must wait for it.
  running.push({ stop: async () => (await watching.catch(() => undefined))?.stop() });
  await watching;
}
