import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, readlink, realpath, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Account, mayEnter } from './account.ts';

/** Where the server's files lie when root works in a folder that no other account may enter, such as /root. */
export const SHARED_PLACE = '/var/lib/campus-boi';

/**
 * Where the data that belongs at `directory` really lies. Makes what is above it, never the folder itself.
 * Usually that is `directory`. Where the server's account can't get there it is a folder in SHARED_PLACE, and
 * `directory` becomes a link to it, so deleting `.data/` starts with an empty cluster.
 */
export async function placeFor(directory: string, account: Account | undefined): Promise<string> {
  const linked = await readlink(directory).catch(() => undefined);
  if (linked) return linked;

  await mkdir(dirname(directory), { recursive: true, mode: 0o700 });
  const parent = await realpath(dirname(directory));
  const here = join(parent, basename(directory));
  if (!account || (await mayEnter(account, parent))) return here;

  // The account may pass through the folder, not list it; what else lies in it stays root's alone.
  await chown(parent, 0, account.gid);
  await chmod(parent, 0o710);
  if (await mayEnter(account, parent)) return here;

  await mkdir(SHARED_PLACE, { recursive: true, mode: 0o755 });
  const there = join(SHARED_PLACE, randomUUID());
  await symlink(there, here);
  return there;
}

/** Deletes a cluster that nothing runs on, and the link to it. */
export async function deleteCluster(directory: string): Promise<void> {
  const linked = await readlink(directory).catch(() => undefined);
  if (linked) await rm(linked, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
}
