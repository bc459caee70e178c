import { statfs } from 'node:fs/promises';
import { openDatabase } from '../db/client.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import { checkInstallation } from '../lib/doctor/check-installation.ts';
import { settings } from '../lib/settings.ts';
import { checkout } from './data-folder.ts';
import { settleForServing } from './environment.ts';

/** Checks what web and worker need, with their settings. Prints a line per check; exit code 1 if something is wrong. */
export async function doctor(): Promise<void> {
  await settleForServing();
  const { appDatabaseUrl } = settings();
  const db = openDatabase(appDatabaseUrl, { max: 2 });
  try {
    const { bavail, bsize } = await statfs(checkout);
    const checks = await checkInstallation(db, cryptoKeys(settings()), { freeBytes: bavail * bsize });
    for (const { name, found, problem } of checks)
      console.log(`${problem ? 'PROBLEM' : 'ok     '}  ${name}: ${problem ?? found}`);
    if (checks.some(({ problem }) => problem)) process.exitCode = 1;
  } finally {
    await db.close();
  }
}
