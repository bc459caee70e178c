import { createHash, type Hash } from 'node:crypto';
import type { SentBytes } from './sent-bytes.ts';

/** A table as a body: text with separated cells, or a workbook. Its bytes are read while they arrive, once. */
export class SentTable implements AsyncIterable<Uint8Array> {
  /** The faulty rows, masked, for the error log; null without any (ERR-3). */
  faulty: string | null = null;
  readonly type: string;
  readonly #bytes: SentBytes;
  #hash: Hash | undefined;

  constructor(bytes: SentBytes) {
    this.#bytes = bytes;
    this.type = bytes.type;
  }

  /** @throws Unreadable, TooLarge, TooSlow, UnsupportedMedia */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#bytes) {
      this.#hash?.update(chunk);
      yield chunk;
    }
  }

  /** The beginning of what was read, for the error log of a body that is no table. */
  get head(): { bytes: Uint8Array; whole: boolean } {
    return this.#bytes.head;
  }

  /** Asks for the digest, which calls with an Idempotency-Key need. */
  keepDigest(): void {
    this.#hash = createHash('sha256');
  }

  /** SHA-256 of the unpacked bytes. Reads what the verb has not read. */
  async digest(): Promise<Buffer> {
    if (!this.#hash) throw new Error('keepDigest was not called before the table was read');
    for await (const _chunk of this);
    return this.#hash.copy().digest();
  }
}
