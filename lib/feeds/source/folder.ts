import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, rename, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { errorCode } from '../../../db/client.ts';
import type { District } from '../../context.ts';
import type { FolderSource } from '../schema.ts';
import { FEED_PROBLEMS } from '../texts.ts';
import type { FeedAccess } from './access.ts';
import { FeedProblem } from './feed-problem.ts';
import type { Source, SourceFile } from './source.ts';

/** The folder that a district's feeds may read; undefined: the operator allows none. */
export const folderOf = (
  { folder }: FeedAccess,
  { appName }: Pick<District, 'appName'>,
): string | undefined => folder && join(folder, appName);

/** A folder of this server, below the district's own. @throws FeedProblem */
export async function openFolder(
  access: FeedAccess,
  district: Pick<District, 'appName'>,
  { folder, archive }: FolderSource,
): Promise<Source> {
  const allowed = folderOf(access, district);
  if (!allowed) throw new FeedProblem(FEED_PROBLEMS.noFolder());
  const root = await real(allowed, allowed);
  const place = await inside(root, folder);
  return {
    growing: true,
    list: () => list(place),
    read: (file) => read(place, file),
    ...(archive !== null && {
      async archive(file: SourceFile, name: string) {
        const target = await made(root, archive);
        await translated(() => rename(join(place, file.name), join(target, name)));
      },
    }),
    close: async () => {},
  };
}

/** A folder as the admin named it, with every symbolic link followed. @throws FeedProblem if it is outside */
async function inside(root: string, folder: string): Promise<string> {
  const place = await real(join(root, ...steps(folder)), folder);
  const way = relative(root, place);
  if (way === '..' || way.startsWith(`..${sep}`)) throw new FeedProblem(FEED_PROBLEMS.outside());
  return place;
}

/** The same of a folder that may not be there yet. Each step is checked: no folder is made outside. */
async function made(root: string, folder: string): Promise<string> {
  let way = '';
  for (const name of steps(folder)) {
    way = join(way, name);
    await translated(() => mkdir(join(root, way)), 'EEXIST');
    await inside(root, way);
  }
  return inside(root, folder);
}

function steps(folder: string): string[] {
  const names = folder.split(/[/\\]+/).filter((name) => name !== '' && name !== '.');
  if (names.some((name) => name === '..' || name.includes('\0')))
    throw new FeedProblem(FEED_PROBLEMS.outside());
  return names;
}

async function real(path: string, named: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined);
  if (!found || !(await stat(found)).isDirectory()) throw new FeedProblem(FEED_PROBLEMS.folderUnknown(named));
  return found;
}

/** Files only: a symbolic link may lead anywhere. */
async function list(place: string): Promise<SourceFile[]> {
  const names = await translated(() => readdir(place));
  const files: SourceFile[] = [];
  for (const name of names ?? []) {
    const found = await lstat(join(place, name)).catch(() => undefined);
    if (found?.isFile()) files.push({ name, bytes: found.size, modifiedAt: found.mtime });
  }
  return files;
}

async function* read(place: string, { name }: SourceFile): AsyncGenerator<Uint8Array> {
  // Never through a link that was put there since the folder was listed.
  const handle = await translated(() =>
    open(join(place, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK),
  );
  if (!handle) return;
  try {
    if (!(await handle.stat()).isFile()) throw new FeedProblem(FEED_PROBLEMS.missing(name));
    yield* handle.createReadStream({ autoClose: false });
  } finally {
    await handle.close();
  }
}

/** @param ignored a code that is no failure */
async function translated<T>(work: () => Promise<T>, ignored?: string): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const code = errorCode(error) ?? 'unknown';
    if (code === ignored) return undefined;
    throw new FeedProblem(FEED_PROBLEMS.sourceFailed(code));
  }
}
