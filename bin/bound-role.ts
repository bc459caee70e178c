import { setTimeout as pause } from 'node:timers/promises';
import { assertBound, openDatabase, UnboundRole } from '../db/client.ts';

/**
 * Ends the process if it would work as a role that row level security does not bind. A database that is away is
 * waited for in the background: the process starts without it.
 *
 * @returns after the first look
 */
export async function refuseUnboundRole(appUrl: string): Promise<void> {
  if (await isSettled(appUrl)) return;
  console.error('The database is away; waiting for it.');
  void (async () => {
    do await pause(2_000);
    while (!(await isSettled(appUrl)));
    console.error('The database is there.');
  })();
}

async function isSettled(appUrl: string): Promise<boolean> {
  const db = openDatabase(appUrl, { max: 1 });
  try {
    await assertBound(db);
    return true;
  } catch (error) {
    if (!(error instanceof UnboundRole)) return false;
    console.error(error.message);
    process.exit(1);
  } finally {
    await db.close();
  }
}
