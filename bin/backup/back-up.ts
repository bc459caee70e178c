import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { archiveOf } from '../../db/archive/write-archive.ts';
import { makeKeyCheck } from '../../lib/backup/key-check.ts';
import { BACKUP_TEXTS } from '../../lib/backup/texts.ts';
import { asOwner } from '../district/as-owner.ts';

/** The fastest: sealed values, which are most of a backup, don't shrink at any level. */
const LEVEL = 1;

/** Writes a backup into a new file, or under a name with the moment into a folder. Only a whole one gets its name. */
export const backUp = (to: string): Promise<void> =>
  asOwner(async ({ db, keys }) => {
    const file = (await isFolder(to)) ? join(to, `campus-${stamp(new Date())}.backup.gz`) : to;
    if (await stat(file).catch(() => undefined)) throw new Error(`${file} exists. Choose another name.`);
    const part = `${file}.${randomBytes(4).toString('hex')}.part`;
    // COPY does not work on a pipelined connection.
    const owner = await db.stagingPool.connect();
    try {
      const out = await open(part, 'wx', 0o600);
      const archive = archiveOf(owner, makeKeyCheck(keys));
      await pipeline(
        Readable.from(archive),
        createGzip({ level: LEVEL }),
        out.createWriteStream({ flush: true }),
      );
      await rename(part, file);
    } finally {
      owner.release();
      await rm(part, { force: true });
    }
    console.log(JSON.stringify({ file, bytes: (await stat(file)).size }));
    console.error(`${BACKUP_TEXTS.made(file, (await stat(file)).size)} ${BACKUP_TEXTS.keepKeys()}`);
  });

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true;

/** Such as 20261129T161200Z. */
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');
