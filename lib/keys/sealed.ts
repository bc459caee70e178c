import type { Transaction } from '../../db/client.ts';
import { open, type Place, seal } from '../crypto/envelope.ts';
import { type CryptoKeys, PREFIX_BYTES } from '../crypto/keys.ts';

/** A sealed value as it is stored, and its blind index where it has one. */
export interface Sealed {
  cipher: Buffer;
  index?: Buffer | null;
}

/** One row with a sealed value. */
export interface SealedRow extends Sealed {
  /** What the rows are read and written by. */
  key: string;
  place: Place;
}

/** What a batch leaves out: rows whose value and index begin with these. Empty: nothing is left out. */
export interface Current {
  cipher: Buffer;
  index: Buffer;
}

/** A table with sealed values, read and written in batches. */
export interface Store {
  /** As an operator knows it. */
  name: string;
  /** Rows after `after`, in the order of their keys; locked if they will be written. */
  read(
    tx: Transaction,
    batch: { after: string; current: Current; limit: number; lock: boolean },
  ): Promise<SealedRow[]>;
  write(tx: Transaction, rows: readonly SealedRow[]): Promise<void>;
  /** All indexes that a text can have, the current key's first; for tables with an index. */
  indexes?(keys: CryptoKeys, districtId: string, text: string): Buffer[];
}

export const ALL: Current = { cipher: Buffer.alloc(0), index: Buffer.alloc(0) };

export const currentOf = (keys: CryptoKeys): Current => ({
  cipher: keys.encryption.current.prefix,
  index: keys.index.current.prefix,
});

/** The text, or undefined where these keys don't open it. */
export function opened(keys: CryptoKeys, { place, cipher }: SealedRow): string | undefined {
  try {
    return open(keys, place, cipher);
  } catch {
    return undefined;
  }
}

/** The row under the current keys; undefined where it can't be opened. */
export function rotated(keys: CryptoKeys, store: Store, row: SealedRow): SealedRow | undefined {
  const text = opened(keys, row);
  if (text === undefined) return undefined;
  const isCurrent = row.cipher.subarray(0, PREFIX_BYTES).equals(keys.encryption.current.prefix);
  return {
    ...row,
    cipher: isCurrent ? row.cipher : seal(keys, row.place, text),
    index: store.indexes?.(keys, row.place.districtId, text)[0] ?? null,
  };
}
