import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { TooLarge, Unreadable } from '../failure.ts';
import { mediaType } from './media-type.ts';
import { UnsupportedMedia } from './refusals.ts';

export const NDJSON = 'application/x-ndjson';

/** No staff member is larger; a longer line is a file without line ends. */
const LONGEST_LINE = 1024 * 1024;
/** What a gzip body may unpack to: a state's staff many times over. */
const MOST_UNPACKED = 8 * 1024 ** 3;
/** Of the lines that failed this much is kept for the error log. */
const MOST_KEPT = 1024 * 1024;
const NEWLINE = 0x0a;

export const isNdjson = (headers: Headers): boolean => mediaType(headers.get('content-type')).type === NDJSON;

/** A body of lines, read as it comes, in constant memory: never more than a line and a chunk. */
export class SentLines implements AsyncIterable<Uint8Array> {
  readonly #request: Request;
  readonly #hash = createHash('sha256');
  readonly #failed: Uint8Array[] = [];
  #kept = 0;
  #rest: AsyncIterator<Uint8Array> | undefined;

  constructor(request: Request) {
    this.#request = request;
  }

  /** The lines that are not blank, without their ends. @throws Unreadable, TooLarge, UnsupportedMedia */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    let open: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of this.#unpacked()) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        const line = joined(open, chunk.subarray(from, end));
        if (line) yield line;
        open = [];
        length = 0;
        from = end + 1;
      }
      length += chunk.length - from;
      if (length > LONGEST_LINE)
        throw new TooLarge('A line is longer than 1 MiB. Send one staff member a line (NDJSON).');
      if (from < chunk.length) open.push(chunk.subarray(from));
    }
    const last = joined(open, new Uint8Array());
    if (last) yield last;
  }

  /** Keeps a line for the error log. */
  keep(line: Uint8Array): void {
    if (this.#kept >= MOST_KEPT) return;
    this.#failed.push(line);
    this.#kept += line.length;
  }

  /** The lines that were kept, as the list that a JSON call would have sent, and whether it can be read as one. */
  get kept(): { bytes: Uint8Array; readable: boolean } {
    const list = `[${this.#failed.map((line) => new TextDecoder().decode(line)).join(',\n')}]`;
    let readable = true;
    try {
      JSON.parse(list);
    } catch {
      readable = false;
    }
    return { bytes: Buffer.from(list), readable };
  }

  /** Of all that was sent, to its end, which is read away for it. */
  async digest(): Promise<Buffer> {
    for (let next = await this.#chunks().next(); !next.done; next = await this.#chunks().next());
    return this.#hash.copy().digest();
  }

  #chunks(): AsyncIterator<Uint8Array> {
    this.#rest ??= this.#sent();
    return this.#rest;
  }

  async *#sent(): AsyncGenerator<Uint8Array> {
    if (!this.#request.body) return;
    for await (const chunk of this.#request.body as unknown as AsyncIterable<Uint8Array>) {
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  async *#unpacked(): AsyncGenerator<Uint8Array> {
    const encoding = this.#request.headers.get('content-encoding')?.trim().toLowerCase() || 'identity';
    const chunks = { [Symbol.asyncIterator]: () => open(this.#chunks()) };
    if (encoding === 'identity') return yield* chunks;
    if (encoding !== 'gzip')
      throw new UnsupportedMedia(
        `The encoding ${JSON.stringify(encoding)} is not read here. Send the lines as they are, or by gzip.`,
      );
    const gunzip = createGunzip();
    const packed = Readable.from(chunks).on('error', (error) => gunzip.destroy(error));
    let unpacked = 0;
    try {
      for await (const chunk of packed.pipe(gunzip) as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > MOST_UNPACKED) throw new TooLarge('The body unpacks to more than 8 GiB.');
        yield chunk;
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
      const message = 'The body is no gzip, or only a part of one.';
      throw new Unreadable(message, [{ pointer: '', code: 'notGzip', message }]);
    } finally {
      gunzip.destroy();
    }
  }
}

/** An iterator that a `for await` that ends early does not close: what is left is still wanted. */
const open = (iterator: AsyncIterator<Uint8Array>): AsyncIterator<Uint8Array> => ({
  next: () => iterator.next(),
});

const CARRIAGE_RETURN = 0x0d;

/** Undefined for a blank line. */
function joined(parts: readonly Uint8Array[], last: Uint8Array): Uint8Array | undefined {
  const line = parts.length === 0 ? last : Buffer.concat([...parts, last]);
  const end = line.at(-1) === CARRIAGE_RETURN ? line.length - 1 : line.length;
  const text = line.subarray(0, end);
  return text.some((byte) => byte !== 0x20 && byte !== 0x09) ? text : undefined;
}
