import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { defineQuery } from '../../db/query.ts';
import { recoveryCode } from '../../db/schema/access.ts';
import { type CryptoKeys, PREFIX_BYTES } from '../crypto/keys.ts';
import { openedSsn } from '../crypto/seal-ssn.ts';
import { ssnOfPerson } from '../record/ssn-place.ts';
import { type JournalEntry, readEntries, rowsOf } from './journal.ts';
import { ALL, opened, type SealedRow, type Store } from './sealed.ts';
import { STORES } from './stores.ts';
import { type Checked, Tally } from './tally.ts';

const BATCH_ROWS = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Opens everything that is sealed in a district, and compares the blind indexes with it. Changes nothing. */
export async function checkKeys(
  db: Database,
  keys: CryptoKeys,
  districtId: DistrictId,
  onTable: (checked: Checked) => void,
): Promise<void> {
  for (const store of STORES) onTable(await checkStore(db, keys, districtId, store));
  onTable(await checkJournal(db, keys, districtId));
  onTable(await db.inDistrict(districtId, (tx) => checkRecoveryCodes(tx, keys)));
}

async function checkStore(
  db: Database,
  keys: CryptoKeys,
  districtId: DistrictId,
  store: Store,
): Promise<Checked> {
  const tally = new Tally(keys);
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const batch: Parameters<Store['read']>[1] = { after, current: ALL, limit: BATCH_ROWS, lock: false };
    const rows: SealedRow[] = await db.inDistrict(districtId, (tx) => store.read(tx, batch));
    for (const row of rows) {
      const text = opened(keys, row);
      tally.addSealed(row.cipher, text !== undefined);
      if (!row.index) continue;
      const { index } = row;
      const fits =
        text === undefined || store.indexes?.(keys, districtId, text).some((one) => one.equals(index));
      tally.addIndex(index, Boolean(fits));
    }
    after = rows.length === BATCH_ROWS ? rows.at(-1)?.key : undefined;
  }
  return { table: store.name, ...tally.result() };
}

/** What a change wrote was sealed in transit, so of it only the key is checked until it was rotated once. */
async function checkJournal(db: Database, keys: CryptoKeys, districtId: DistrictId): Promise<Checked> {
  const tally = new Tally(keys);
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const start: string = after;
    const entries: JournalEntry[] = await db.inDistrict(districtId, (tx) =>
      readEntries(tx, { after: start, limit: BATCH_ROWS, lock: false }),
    );
    for (const { id, row, isBefore } of entries.flatMap(rowsOf)) {
      if (!row.ssnCipher || !row.ssnIndex) continue;
      const cipher = Buffer.from(row.ssnCipher, 'base64');
      const isReadable = !isBefore || openedSsn(keys, ssnOfPerson(districtId, id), cipher) !== undefined;
      tally.addSealed(cipher, isReadable);
      tally.addIndex(Buffer.from(row.ssnIndex, 'base64'), true);
    }
    after = entries.length === BATCH_ROWS ? entries.at(-1)?.id : undefined;
  }
  return { table: 'change_journal', ...tally.result() };
}

const codes = defineQuery('keys: recovery codes by key', (orm) =>
  orm
    .select({
      begins:
        sql<Buffer>`substring(${recoveryCode.codeIndex} from 1 for ${sql.raw(String(PREFIX_BYTES + 1))})`.mapWith(
          recoveryCode.codeIndex,
        ),
      isOfVersion1: sql<boolean>`length(${recoveryCode.codeIndex}) = 32`,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(recoveryCode)
    .where(inDistrict(recoveryCode))
    .groupBy(sql`1, 2`),
);

/** Recovery codes are stored as indexes alone: nobody can make them again for another key. */
async function checkRecoveryCodes(tx: Transaction, keys: CryptoKeys): Promise<Checked> {
  const tally = new Tally(keys);
  for (const { begins, isOfVersion1, count } of await codes(tx))
    tally.addIndex(isOfVersion1 ? Buffer.alloc(0) : begins, true, count);
  return { table: 'recovery_code', ...tally.result() };
}
