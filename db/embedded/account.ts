import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

export type Account = { uid: number; gid: number };

const NAME = 'postgres';

/**
 * The account that runs the server. Postgres refuses to run as root: then it is `postgres`, made if need be.
 * Undefined for anybody else, who runs it as themselves.
 */
export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await lookUp();
  if (found) return found;
  await promisify(execFile)('useradd', ['--system', '--user-group', '--shell', '/bin/sh', NAME]).catch(
    (cause) => {
      throw new Error(
        `Postgres does not run as root, and no account \`${NAME}\` could be made for it. ` +
          'Run as an ordinary user, or set DATABASE_URL.',
        { cause },
      );
    },
  );
  const made = await lookUp();
  if (!made) throw new Error(`useradd made no account \`${NAME}\`.`);
  return made;
}

async function lookUp(): Promise<Account | undefined> {
  const accounts = await readFile('/etc/passwd', 'utf8');
  const line = accounts.split('\n').find((entry) => entry.startsWith(`${NAME}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid: uid as number, gid: gid as number };
}

/** Whether `account` may pass through `folder` and every folder above it. */
export async function mayEnter(account: Account, folder: string): Promise<boolean> {
  for (let step = folder; ; step = dirname(step)) {
    const { mode, uid, gid } = await stat(step);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 0o1) === 0) return false;
    if (step === dirname(step)) return true;
  }
}
