import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { TooLarge } from '../../failure.ts';
import { notRead } from '../not-read.ts';
import { STAFF_FILE_TEXTS } from '../texts.ts';

/** As sent. A workbook of 100,000 staff has about 15 MB. It is in memory: its directory is at its end. */
const MAX_PACKED_BYTES = 64 * 1024 * 1024;
/** All parts that are read together, unpacked. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
/** A small part, such as the list of sheets. */
const MAX_PART_BYTES = 8 * 1024 * 1024;

/** The parts of a workbook by their paths, unpacked while they are read. */
export class WorkbookPackage {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws Unreadable if it is no zip file, or not all of one; TooLarge */
  static async open(source: AsyncIterable<Uint8Array>): Promise<WorkbookPackage> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > MAX_PACKED_BYTES)
        throw new TooLarge(STAFF_FILE_TEXTS.packedTooLarge(MAX_PACKED_BYTES / 1024 ** 2));
      chunks.push(chunk);
    }
    const { promise, resolve, reject } = Promise.withResolvers<WorkbookPackage>();
    const broken = () => reject(brokenWorkbook());
    fromBuffer(Buffer.concat(chunks), { lazyEntries: false, autoClose: false }, (error, zip) => {
      if (error) return broken();
      const entries = new Map<string, Entry>();
      zip.on('entry', (entry: Entry) => entries.set(entry.fileName, entry));
      zip.on('error', broken);
      zip.on('end', () => resolve(new WorkbookPackage(zip, entries)));
    });
    return promise;
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** A part's bytes as they are unpacked. @throws Unreadable, TooLarge */
  async *read(path: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(path);
    if (!entry || entry.isEncrypted()) throw brokenWorkbook();
    const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>();
    this.#zip.openReadStream(entry, (error, stream) => (error ? reject(brokenWorkbook()) : resolve(stream)));
    const stream = await promise;
    try {
      for await (const chunk of stream) {
        const bytes = chunk as Buffer;
        this.#unpacked += bytes.length;
        if (this.#unpacked > MAX_UNPACKED_BYTES) throw tooLargeUnpacked();
        yield bytes;
      }
    } catch (error) {
      if (error instanceof TooLarge) throw error;
      throw brokenWorkbook();
    }
  }

  /** A small part as text. */
  async text(path: string): Promise<string> {
    const entry = this.#entries.get(path);
    if ((entry?.uncompressedSize ?? 0) > MAX_PART_BYTES) throw tooLargeUnpacked();
    return (await buffer(this.read(path))).toString('utf8');
  }
}

export const brokenWorkbook = () => notRead(STAFF_FILE_TEXTS.brokenWorkbook());

const tooLargeUnpacked = () =>
  new TooLarge(STAFF_FILE_TEXTS.unpackedTooLarge(MAX_UNPACKED_BYTES / 1024 ** 2));
