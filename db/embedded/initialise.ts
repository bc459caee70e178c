import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

export const SUPERUSER = 'postgres';

/**
 * Makes the cluster if there is none. It is made next to its place and then moved there: a start that was killed
 * half-way leaves nothing that looks like a cluster. The built-in C.UTF-8 sorts the same on every machine.
 */
export async function initialise(
  directory: string,
  password: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) {
    if (version.trim() === binaries.major) return;
    throw new Error(
      `The data in ${directory} is of Postgres ${version.trim()}, the server that npm brought is ${binaries.major}. ` +
        'Go back to the release that made it and move the data with `campus backup` and `campus restore`.',
    );
  }
  const half = `${directory}.half`;
  const passwordFile = join(half, 'password');
  await rm(half, { recursive: true, force: true });
  await mkdir(join(half, 'cluster'), { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account)
    for (const path of [half, join(half, 'cluster'), passwordFile])
      await chown(path, account.uid, account.gid);

  await promisify(execFile)(
    binaries.initdb,
    [
      ['--pgdata', join(half, 'cluster')],
      ['--username', SUPERUSER, '--auth', 'scram-sha-256', '--pwfile', passwordFile],
      ['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ].flat(),
    { cwd: '/', ...account },
  );
  await rename(join(half, 'cluster'), directory);
  await rm(half, { recursive: true });
}
