import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveReader } from '../../db/archive/archive-reader.ts';
import { BadArchive } from '../../db/archive/format.ts';
import { loadArchive } from '../../db/archive/load-archive.ts';
import { openDatabase } from '../../db/client.ts';
import { missingKeys } from '../../lib/backup/key-check.ts';
import { BACKUP_TEXTS } from '../../lib/backup/texts.ts';
import { cryptoKeys } from '../../lib/crypto/keys.ts';
import { assertKeysFit } from '../../lib/keys/assert-keys-fit.ts';
import { withSettings } from '../environment.ts';

/** Restores a backup into an empty database, which is then paused. Prints the rows of each table. */
export const restore = (file: string): Promise<void> =>
  withSettings(async (settings) => {
    const keys = cryptoKeys(settings);
    await access(file);
    const gunzip = createGunzip();
    // An error of either is told by the reader.
    pipeline(createReadStream(file), gunzip, () => {});
    const reader = new ArchiveReader(gunzip);
    const header = await reader.header();
    const missing = missingKeys(keys, header.keys);
    if (missing.length > 0) throw new BadArchive(['Nothing was changed.', ...missing].join('\n  '));
    const { ownerDatabaseUrl: ownerUrl, appDatabaseUrl: appUrl } = settings;
    const { rows } = await loadArchive({ ownerUrl, appUrl }, header, reader);
    const db = openDatabase(ownerUrl, { max: 1 });
    await assertKeysFit(db, keys).finally(() => db.close());
    for (const [table, number] of Object.entries(rows)) console.log(JSON.stringify({ table, rows: number }));
    const all = Object.values(rows).reduce((sum, number) => sum + number, 0);
    console.error(
      [BACKUP_TEXTS.restored(all), BACKUP_TEXTS.paused(), BACKUP_TEXTS.beforeResume()].join('\n'),
    );
  });
