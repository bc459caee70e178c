import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Breather } from '../concurrency/breather.ts';
import { TooLarge, Unreadable } from '../failure.ts';
import { BodyClock, type Pace } from './body-clock.ts';
import { mediaType } from './media-type.ts';
import { UnsupportedMedia } from './refusals.ts';

/** A gzip body may unpack to this size: many times the staff of a state. */
const MAX_UNPACKED_BYTES = 8 * 1024 ** 3;
/** And to so many times its own size. Staff unpack to 10 to 40 times; a bomb unpacks to a thousand. */
const MAX_RATIO = 100;
/** Below this size the ratio does not matter. */
const FREE_BYTES = 4 * 1024 * 1024;

/** A body of any length, unpacked and read while it arrives. Memory holds at most a chunk. Can be read once. */
export class SentBytes implements AsyncIterable<Uint8Array> {
  readonly #request: Request;
  readonly #pace: Pace | undefined;
  #rest: AsyncIterator<Uint8Array> | undefined;

  constructor(request: Request, pace?: Pace) {
    this.#request = request;
    this.#pace = pace;
  }

  get type(): string {
    return mediaType(this.#request.headers.get('content-type')).type;
  }

  /** @throws Unreadable, TooLarge, TooSlow, UnsupportedMedia */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const encoding = this.#request.headers.get('content-encoding')?.trim().toLowerCase() || 'identity';
    const chunks = { [Symbol.asyncIterator]: () => open(this.#chunks()) };
    if (encoding === 'identity') return yield* chunks;
    if (encoding !== 'gzip')
      throw new UnsupportedMedia(
        `The encoding ${JSON.stringify(encoding)} is not read here. Send the lines as they are, or by gzip.`,
      );
    const gunzip = createGunzip();
    const packed = Readable.from(chunks).on('error', (error) => gunzip.destroy(error));
    const breather = new Breather();
    let unpacked = 0;
    try {
      for await (const chunk of packed.pipe(gunzip) as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > MAX_UNPACKED_BYTES) throw new TooLarge('The body unpacks to more than 8 GiB.');
        if (unpacked > FREE_BYTES && unpacked > gunzip.bytesWritten * MAX_RATIO)
          throw new TooLarge(`The body unpacks to more than ${MAX_RATIO} times its size.`);
        yield chunk;
        await breather.breathe();
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
      const message = 'The body is no gzip, or only a part of one.';
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
