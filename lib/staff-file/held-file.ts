import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { TooLarge } from '../failure.ts';
import { STAFF_FILE_TEXTS } from './texts.ts';

/** Staff pack to a tenth: files of more than a gigabyte. */
const MAX_PACKED_BYTES = 128 * 1024 * 1024;

/** A file that is read more than once, kept packed in memory: its data must not be on a disk. */
export class HeldFile {
  readonly #chunks: readonly Uint8Array[];

  private constructor(chunks: readonly Uint8Array[]) {
    this.#chunks = chunks;
  }

  /** Reads a file to its end. @throws TooLarge */
  static async hold(source: AsyncIterable<Uint8Array>): Promise<HeldFile> {
    const gzip = createGzip({ level: 1 });
    const input = Readable.from(source, { objectMode: false }).on('error', (error) => gzip.destroy(error));
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of input.pipe(gzip) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MAX_PACKED_BYTES) throw new TooLarge(STAFF_FILE_TEXTS.tooLarge());
      chunks.push(chunk);
    }
    return new HeldFile(chunks);
  }

  read(): AsyncIterable<Uint8Array> {
    return Readable.from(this.#chunks, { objectMode: false }).pipe(createGunzip());
  }
}
