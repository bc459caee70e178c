import { type CryptoKeys, type KeyRing, keyIdOf } from '../crypto/keys.ts';
import { KEY_TEXTS } from './texts.ts';

/** How many values of a table each key sealed and indexed, by key id, and what can't be read. */
export interface Checked {
  table: string;
  sealed: Record<string, number>;
  indexed: Record<string, number>;
  /** In words; empty if everything can be read. */
  problems: string[];
}

/** What values without a key id are counted as. */
const VERSION_1 = 'version 1';

/** Counts the values of a table by key. */
export class Tally {
  readonly #keys: CryptoKeys;
  readonly #sealed: Record<string, number> = {};
  readonly #indexed: Record<string, number> = {};
  #unreadable = 0;
  #otherIndex = 0;

  constructor(keys: CryptoKeys) {
    this.#keys = keys;
  }

  addSealed(value: Buffer, isReadable: boolean): void {
    const id = count(this.#sealed, value, 1);
    if (!isReadable && hasKey(this.#keys.encryption, id)) this.#unreadable += 1;
  }

  /** @param fits whether a given key makes this index of the text; true where the text is not known */
  addIndex(index: Buffer, fits: boolean, times = 1): void {
    const id = count(this.#indexed, index, times);
    if (!fits && hasKey(this.#keys.index, id)) this.#otherIndex += times;
  }

  result(): Omit<Checked, 'table'> {
    const missing = (ring: KeyRing, counts: Record<string, number>) =>
      Object.entries(counts).filter(([id]) => !hasKey(ring, id));
    return {
      sealed: this.#sealed,
      indexed: this.#indexed,
      problems: [
        ...missing(this.#keys.encryption, this.#sealed).map(([id, n]) => KEY_TEXTS.missingKey(n, id)),
        ...missing(this.#keys.index, this.#indexed).map(([id, n]) => KEY_TEXTS.missingIndexKey(n, id)),
        ...(this.#unreadable > 0 ? [KEY_TEXTS.unreadable(this.#unreadable)] : []),
        ...(this.#otherIndex > 0 ? [KEY_TEXTS.otherIndex(this.#otherIndex)] : []),
      ],
    };
  }
}

function count(counts: Record<string, number>, value: Buffer, times: number): string {
  const id = keyIdOf(value) ?? VERSION_1;
  counts[id] = (counts[id] ?? 0) + times;
  return id;
}

/** A value of version 1 names no key: whether one fits is known by trying. */
const hasKey = ({ all }: KeyRing, id: string): boolean =>
  id === VERSION_1 || all.some((key) => key.id === id);
