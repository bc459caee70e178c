import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { readEntries } from './journal.ts';
import { rotateEntries } from './rotate-entries.ts';
import { currentOf, rotated, type Store } from './sealed.ts';
import { STORES } from './stores.ts';

export interface Rotated {
  table: string;
  /** Rows that now have the current keys. */
  rotated: number;
  /** Values that no key opens; they are left as they are. */
  unreadable: number;
}

const JOURNAL = 'change_journal';
const BATCH_ROWS = 500;
/** A commit that began earlier may write an old value once more. */
const MAX_PASSES = 5;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface Batch extends Omit<Rotated, 'table'> {
  last?: string;
}

/**
 * Seals everything in a district with the current keys that has an old one, a batch per transaction: it may be interrupted
 * and called again, and Campus may be in use meanwhile.
 *
 * @param onTable called after each table
 * @param only one table, and `batchRows`, fewer of them, are for tests
 */
export async function rotateKeys(
  db: Database,
  keys: CryptoKeys,
  districtId: DistrictId,
  options: { onTable: (done: Rotated) => void; only?: string; batchRows?: number },
): Promise<void> {
  const { onTable, only, batchRows = BATCH_ROWS } = options;
  for (const store of STORES.filter(({ name }) => !only || name === only))
    onTable({
      table: store.name,
      ...(await passes((after) => rotateBatch(db, keys, districtId, { store, after, limit: batchRows }))),
    });
  if (!only || only === JOURNAL)
    onTable({
      table: JOURNAL,
      ...(await passes((after) => rotateJournal(db, keys, districtId, { after, limit: batchRows }))),
    });
}

/** Reads a table again until it finds nothing to rotate. */
async function passes(batch: (after: string) => Promise<Batch>): Promise<Omit<Rotated, 'table'>> {
  const done = { rotated: 0, unreadable: 0 };
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    const found = { rotated: 0, unreadable: 0 };
    for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
      const one: Batch = await batch(after);
      found.rotated += one.rotated;
      found.unreadable += one.unreadable;
      after = one.last;
    }
    done.rotated += found.rotated;
    done.unreadable = found.unreadable;
    if (found.rotated === 0) break;
  }
  return done;
}

const rotateBatch = (
  db: Database,
  keys: CryptoKeys,
  districtId: DistrictId,
  { store, after, limit }: { store: Store; after: string; limit: number },
): Promise<Batch> =>
  db.inDistrict(districtId, async (tx) => {
    const rows = await store.read(tx, { after, current: currentOf(keys), limit, lock: true });
    const written = rows.flatMap((row) => rotated(keys, store, row) ?? []);
    if (written.length > 0) await store.write(tx, written);
    return {
      rotated: written.length,
      unreadable: rows.length - written.length,
      last: rows.length === limit ? rows.at(-1)?.key : undefined,
    };
  });

const rotateJournal = (
  db: Database,
  keys: CryptoKeys,
  districtId: DistrictId,
  { after, limit }: { after: string; limit: number },
): Promise<Batch> =>
  db.inDistrict(districtId, async (tx) => {
    const batch = await readEntries(tx, { after, current: currentOf(keys), limit, lock: true });
    return {
      ...(await rotateEntries(keys, tx, batch)),
      last: batch.length === limit ? batch.at(-1)?.id : undefined,
    };
  });
