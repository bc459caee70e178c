import { Readable } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { Breather } from '../concurrency/breather.ts';
import { TooLarge, Unreadable } from '../failure.ts';
import { BodyClock, type Pace } from './body-clock.ts';
import { mediaType } from './media-type.ts';
import { UnsupportedMedia } from './refusals.ts';
import { HTTP_TEXTS } from './texts.ts';

/** A gzip body may unpack to this size: many times the staff of a state. */
const MAX_UNPACKED_BYTES = 8 * 1024 ** 3;
/** And to so many times its own size. Staff unpack to 10 to 40 times; a bomb unpacks to a thousand. */
const MAX_RATIO = 100;
/** Below this size the ratio does not matter. */
const FREE_BYTES = 4 * 1024 * 1024;
/** Kept of the beginning, for the error log: what it shows of a body that can't be read, and a margin to mask. */
const HEAD_BYTES = 16 * 1024 + 256;

/** The beginning of a body. */
class Head {
  bytes: Uint8Array = new Uint8Array();

  get isFull(): boolean {
    return this.bytes.length >= HEAD_BYTES;
  }

  /** Copies: a view would hold the whole chunk. */
  keep(chunk: Uint8Array): void {
    if (!this.isFull)
      this.bytes = Buffer.concat([this.bytes, chunk.subarray(0, HEAD_BYTES - this.bytes.length)]);
  }
}

const UNPACKING = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: FREE_BYTES };

/** What can be unpacked of a part of a gzip; the bytes themselves if they are none. */
function unpackedHead(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, UNPACKING).subarray(0, HEAD_BYTES);
  } catch {
    return bytes;
  }
}

/** A body of any length, unpacked and read while it arrives. Memory holds at most a chunk. Can be read once. */
export class SentBytes implements AsyncIterable<Uint8Array> {
  readonly #request: Request;
  readonly #pace: Pace | undefined;
  #rest: AsyncIterator<Uint8Array> | undefined;
  /** As they came and unpacked. Of a body that can't be unpacked the first is all there is. */
  readonly #packedHead = new Head();
  readonly #head = new Head();
  #ended = false;

  constructor(request: Request, pace?: Pace) {
    this.#request = request;
    this.#pace = pace;
  }

  get type(): string {
    return mediaType(this.#request.headers.get('content-type')).type;
  }

  /** The beginning of what was read so far, unpacked, and whether that is all of the body (ERR-3). */
  get head(): { bytes: Uint8Array; whole: boolean } {
    const bytes = this.#head.bytes.length > 0 ? this.#head.bytes : unpackedHead(this.#packedHead.bytes);
    return { bytes, whole: this.#ended && !this.#head.isFull };
  }

  /** @throws Unreadable, TooLarge, TooSlow, UnsupportedMedia */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#unpacked()) {
      this.#head.keep(chunk);
      yield chunk;
    }
    this.#ended = true;
  }

  async *#unpacked(): AsyncGenerator<Uint8Array> {
    const encoding = this.#request.headers.get('content-encoding')?.trim().toLowerCase() || 'identity';
    const chunks = { [Symbol.asyncIterator]: () => open(this.#chunks()) };
    if (encoding === 'identity') return yield* chunks;
    if (encoding !== 'gzip')
      throw new UnsupportedMedia(HTTP_TEXTS.encodingUnknown(encoding, HTTP_TEXTS.sendPlainOrGzip()));
    const gunzip = createGunzip();
    const packed = Readable.from(chunks).on('error', (error) => gunzip.destroy(error));
    const breather = new Breather();
    let unpacked = 0;
    try {
      for await (const chunk of packed.pipe(gunzip) as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > MAX_UNPACKED_BYTES)
          throw new TooLarge(HTTP_TEXTS.unpacksTooLarge(MAX_UNPACKED_BYTES / 1024 ** 3));
        if (unpacked > FREE_BYTES && unpacked > gunzip.bytesWritten * MAX_RATIO)
          throw new TooLarge(HTTP_TEXTS.unpacksTooFar(MAX_RATIO));
        yield chunk;
        await breather.breathe();
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
      const message = HTTP_TEXTS.notGzip();
      throw new Unreadable(message, [{ pointer: '', code: 'notGzip', message }]);
    } finally {
      gunzip.destroy();
    }
  }

  #chunks(): AsyncIterator<Uint8Array> {
    this.#rest ??= this.#sent();
    return this.#rest;
  }

  async *#sent(): AsyncGenerator<Uint8Array> {
    if (!this.#request.body) return;
    const clock = new BodyClock(this.#pace);
    const breather = new Breather();
    const reader: ReadableStreamDefaultReader<Uint8Array> = this.#request.body.getReader();
    for (;;) {
      const piece = await clock.next(reader.read());
      if (piece.done) return;
      this.#packedHead.keep(piece.value);
      yield piece.value;
      // What has arrived already is read without a pause otherwise.
      await breather.breathe();
    }
  }
}

/** Hides `return` from `for await`, which would close the request at an early end, before its answer is sent. */
const open = (iterator: AsyncIterator<Uint8Array>): AsyncIterator<Uint8Array> => ({
  next: () => iterator.next(),
});
