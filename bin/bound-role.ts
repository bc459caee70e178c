import { setTimeout as pause } from 'node:timers/promises';
import { assertBound, openDatabase, UnboundRole } from '../db/client.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import { assertKeysFit, WrongKeys } from '../lib/keys/assert-keys-fit.ts';
import { settings } from '../lib/settings.ts';

/**
 * Ends the process if its database role is the owner's or one that row level security does not bind, or if its keys are not
 * the database's. If the database is away, the process
 * starts without it, and the check waits in the background.
 *
 * @returns after the first check
 */
export async function refuseUnboundRole(appUrl: string): Promise<void> {
  if (await isSettled(appUrl)) return;
  console.error('The database does not answer. Waiting for it …');
  void (async () => {
    do await pause(2_000);
    while (!(await isSettled(appUrl)));
    console.error('The database answers.');
  })();
}

async function isSettled(appUrl: string): Promise<boolean> {
  const db = openDatabase(appUrl, { max: 1 });
  try {
    await assertBound(db);
    await assertKeysFit(db, cryptoKeys(settings()));
    return true;
  } catch (error) {
    if (!(error instanceof UnboundRole || error instanceof WrongKeys)) return false;
    console.error(error.message);
    process.exit(1);
  } finally {
    await db.close();
  }
}
